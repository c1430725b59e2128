import { DOCUMENT, inject } from '@angular/core';

/**
 * What names the build that runs: the hash in the name of its first script. Null while the application is developed,
 * where names have none. In an injection context.
 */
export function injectBuildId(): string | null {
  const scripts = [...inject(DOCUMENT).querySelectorAll<HTMLScriptElement>('script[src]')];
  return (
    scripts.map(({ src }) => /\/main-([A-Z0-9]{8})\.js$/.exec(src)?.[1] ?? null).find((hash) => hash !== null) ?? null
  );
}
