/** A JSON object whose fields have not been looked at yet. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** A message while its decoder fills it in: one object is made for it, and handed out when it is whole. */
export type Writable<Message> = { -readonly [Name in keyof Message]: Message[Name] };

/** Whether a parsed JSON value is an object, neither null nor an array. */
export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A field's text; undefined where it is missing or no text. */
export function text(json: JsonObject, name: string): string | undefined {
  const value = json[name];
  return typeof value === 'string' ? value : undefined;
}

/** A field's text; undefined where it is empty too, as servers write a field that they have nothing for. */
export function filledText(json: JsonObject, name: string): string | undefined {
  return text(json, name) || undefined;
}

/** A field's number; undefined where it is missing, no number, or below `least`. */
export function number(json: JsonObject, name: string, least = -Infinity): number | undefined {
  const value = json[name];
  return typeof value === 'number' && Number.isFinite(value) && value >= least ? value : undefined;
}

/** A field's whole number; undefined where it is missing, no safe integer, or below `least`. */
export function integer(json: JsonObject, name: string, least = 0): number | undefined {
  const value = number(json, name, least);
  return Number.isSafeInteger(value) ? value : undefined;
}

/** The field as an object of its own, to spread: absent where the value is undefined. */
export function optional<Name extends string, Value>(
  name: Name,
  value: Value | undefined,
): Readonly<Partial<Record<Name, Value>>> {
  return (value === undefined ? {} : { [name]: value }) as Readonly<Partial<Record<Name, Value>>>;
}
