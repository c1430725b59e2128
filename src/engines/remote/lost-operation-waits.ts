/**
 * How long an operation is looked for whose answer was lost, in milliseconds, where the configuration does not say: a server may
 * be busy with the request, and show what came of it only then.
 */
export const LOOK_FOR_MS = 60_000;

/** The waits between looks as shares of the whole: short ones first, because what is there shows soon. */
const SHARES = [1 / 60, 3 / 60, 6 / 60, 10 / 60, 20 / 60, 20 / 60];

/** How long to wait before each look, in milliseconds; the first is at once, the last at the end of the time. */
export function waitsBetweenLooks(lookForMs: number): readonly number[] {
  return [0, ...SHARES.map((share) => share * lookForMs)];
}
