import { badFrame, type Decoded, success } from './decoded.ts';
import type { JsonObject } from './fields.ts';
import { isJsonObject } from './fields.ts';

/**
 * A text frame that means to be JSON: an object, or an array. `[笑] 你好` and `[12:30] 开始` are texts,
 * `[{"type"` is a broken frame: a bracket counts only before what may open an element, or nothing.
 */
const LOOKS_LIKE_JSON = /^\s*(?:\{|\[\s*(?:[[{"\]]|$))/;

/**
 * Splits a text frame into its messages in order: one object, a batch of them, or a text that is no JSON.
 * Each element of a batch stands or falls by itself.
 */
export function parseTextFrame(frame: string): readonly Decoded<JsonObject>[] {
  if (!LOOKS_LIKE_JSON.test(frame)) return [success({ type: 'text', content: frame })];
  let parsed: unknown;
  try {
    parsed = JSON.parse(frame);
  } catch {
    return [badFrame('the frame looks like JSON and is not')];
  }
  const elements: readonly unknown[] = Array.isArray(parsed) ? parsed : [parsed];
  return elements.map((element) =>
    isJsonObject(element) ? success(element) : badFrame('a batch holds something that is no message'),
  );
}
