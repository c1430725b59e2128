import { encode, type ServerMessage } from '../../protocol/index.ts';

/** One message goes to every socket of its code; it is written once. */
const written = new WeakMap<ServerMessage, string>();

/** A message as JSON. Throws a TypeError for what JSON can't hold, which nothing in this room makes. */
export function messageText(message: ServerMessage): string {
  const known = written.get(message);
  if (known !== undefined) return known;
  const encoded = encode(message);
  if (!encoded.ok) throw new TypeError(encoded.fault.reason);
  written.set(message, encoded.value);
  return encoded.value;
}
