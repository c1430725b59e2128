/** Runs something as an application does that was built for production. */
export function inProduction(run: () => void): void {
  const mode = globalThis as { ngDevMode?: unknown };
  const { ngDevMode } = mode;
  mode.ngDevMode = false;
  try {
    run();
  } finally {
    mode.ngDevMode = ngDevMode;
  }
}
