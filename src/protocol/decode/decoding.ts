/** What a function returns that must not throw: a value, or the reason why there is none. */
export type Result<Value, Fault> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly fault: Fault };

/** Why a frame could not become a message; the code is one that an `error` message carries. */
export interface FrameFault {
  /**
   * `bad_frame`: not JSON, or a field is missing or of the wrong shape.
   * `too_large`: a content or payload above its limit.
   * `unsupported`: a well-formed message of a type that this end does not take.
   */
  readonly code: 'bad_frame' | 'too_large' | 'unsupported';
  /** For developers, in English; it never repeats what the frame held. */
  readonly reason: string;
  /** The `id` of the message at fault, where it could be read, so that its sender can be told which it was. */
  readonly id?: string;
}

/** What a decoder makes of a frame or of a part of it. */
export type Decoded<Value> = Result<Value, FrameFault>;

/** Wraps a value as a successful {@link Result}. */
export function success<Value>(value: Value): { readonly ok: true; readonly value: Value } {
  return { ok: true, value };
}

/** Wraps a fault as a failed {@link Result}. */
export function failure<Fault>(fault: Fault): { readonly ok: false; readonly fault: Fault } {
  return { ok: false, fault };
}

/** A failed result for a frame that does not follow the contract. */
export function badFrame(reason: string): { readonly ok: false; readonly fault: FrameFault } {
  return failure({ code: 'bad_frame', reason });
}

/** A JSON object whose fields have not been looked at yet. */
export type JsonObject = Readonly<Record<string, unknown>>;

/**
 * A text frame that means to be JSON: an object, or an array. `[笑] 你好` and `[12:30] 开始` are texts,
 * `[{"type"` is a broken frame: a bracket counts only before what may open an element, or nothing.
 */
const LOOKS_LIKE_JSON = /^\s*(?:\{|\[\s*(?:[[{"\]]|$))/;

/** What some writers of files begin a text with; JSON has none. */
const BYTE_ORDER_MARK = '\uFEFF';

/**
 * Reads a text frame's messages in order: one object, a batch of them, or a text that is no JSON.
 * Each element of a batch stands or falls by itself.
 */
export function decodeTextFrame<Message>(
  frame: string,
  decode: (json: JsonObject) => Decoded<Message>,
): readonly Decoded<Message>[] {
  if (!LOOKS_LIKE_JSON.test(frame)) return [decode({ type: 'text', content: frame })];
  let parsed: unknown;
  try {
    parsed = JSON.parse(frame.startsWith(BYTE_ORDER_MARK) ? frame.slice(1) : frame);
  } catch {
    return [badFrame('the frame looks like JSON and is not')];
  }
  const elements: readonly unknown[] = Array.isArray(parsed) ? parsed : [parsed];
  return elements.map((element) =>
    isJsonObject(element) ? decode(element) : badFrame('a batch holds something that is no message'),
  );
}

/** A message while its decoder works on it; it is handed out when it is whole. */
export type Writable<Message> = { -readonly [Name in keyof Message]: Message[Name] };

/** Whether a parsed JSON value is an object, neither null nor an array. */
export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A value where it is a text; otherwise undefined. */
export function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** A value where it is a text with something in it: servers write an empty one where they have nothing to say. */
export function filledText(value: unknown): string | undefined {
  return text(value) || undefined;
}

/** A value where it is a number, from `least` on; otherwise undefined. */
export function number(value: unknown, least = -Infinity): number | undefined {
  return typeof value === 'number' && Number.isFinite(value) && value >= least ? value : undefined;
}

/** A value where it is a whole and safe number, from `least` on; otherwise undefined. */
export function integer(value: unknown, least = 0): number | undefined {
  return Number.isSafeInteger(value) ? number(value, least) : undefined;
}

/** The field as an object of its own, to spread: absent where the value is undefined. */
export function optional<Name extends string, Value>(
  name: Name,
  value: Value | undefined,
): Readonly<Partial<Record<Name, Value>>> {
  return (value === undefined ? {} : { [name]: value }) as Readonly<Partial<Record<Name, Value>>>;
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Whether a text is a UUID of any version, as user codes and message ids are. */
export function isUuid(text: unknown): text is string {
  return typeof text === 'string' && UUID.test(text);
}
