import { type AnyMessage, type Codec, Unreadable } from './codec.ts';
import { writeJson } from './write-json.ts';

/**
 * Messages as JSON objects with a `type`, one in a frame of text or of bytes, or several in an array. Nothing else of them
 * is checked: the type arguments are promises: of what the backend sends, and of what the application sends it. What is
 * sent is written as it is.
 * @param typeOf what the type is called in a backend that has another name for it, such as `event`
 */
export function jsonCodec<Message extends AnyMessage, Sent = never>(typeOf = 'type'): Codec<Message, Sent> {
  const read = (value: unknown, frame: string | ArrayBuffer): Message | Unreadable => {
    const type: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, typeOf) : undefined;
    if (typeof type !== 'string') return new Unreadable(frame, `a message has no "${typeOf}"`);
    // Each message passes here: what was parsed is the message, and only another name for its type makes a copy of it.
    return (typeOf === 'type' ? value : { ...(value as object), type }) as Message;
  };
  return {
    decode: (frame) => {
      try {
        // Some servers send all their JSON as bytes.
        const parsed: unknown = JSON.parse(typeof frame === 'string' ? frame : new TextDecoder().decode(frame));
        return Array.isArray(parsed) ? parsed.map((value) => read(value, frame)) : [read(parsed, frame)];
      } catch {
        return new Unreadable(frame, 'not JSON');
      }
    },
    encode: writeJson,
  };
}
