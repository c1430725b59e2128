/** What browsers report as the key code of a key that an input method takes for itself. */
const PROCESSED_KEY_CODE = 229;

/**
 * Whether a key belongs to an input method: the Enter that takes a candidate must not send half a word.
 * Safari ends the composition before that keydown, so there only the key code tells.
 */
export function isComposing({ isComposing, key, keyCode }: KeyboardEvent): boolean {
  return isComposing || key === 'Process' || keyCode === PROCESSED_KEY_CODE;
}
