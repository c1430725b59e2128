import { type BackendProblem, explainProblem } from './explain-problem.ts';

/** False in a build for production, which leaves out what only a developer reads. */
declare const ngDevMode: unknown;

/**
 * Says what is wrong with a backend: nothing of it is dropped silently.
 * @param call how the backend is provided, as it stands in the application
 * @throws in development, with sentences. In production it is a warning that names each part and its problem.
 */
export function reportProblems(call: string, problems: readonly BackendProblem[]): void {
  if (problems.length === 0) return;
  if (typeof ngDevMode === 'undefined' || ngDevMode) {
    throw new Error(`${call}: ${problems.map(explainProblem).join('; ')}.`);
  }
  const named = problems.map(({ kind, about, detail }) => `${about} ${detail ?? `(${kind})`}`);
  console.warn(`${call}: ${named.join('; ')}.`);
}
