import { type AnyMessage, type Codec, Unreadable } from './codec.ts';
import { writeJson } from './write-json.ts';

/**
 * Messages as JSON objects with a `type`, one in a frame or several in an array. Nothing else of them is checked: the
 * type argument is a promise of the backend's. Prompts, cancels and pings are written as this program has them.
 * @param typeOf what the type is called in a backend that has another name for it, such as `event`
 */
export function jsonCodec<Message extends AnyMessage>(typeOf = 'type'): Codec<Message> {
  const read = (value: unknown, frame: string): Message | Unreadable => {
    const type: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, typeOf) : undefined;
    if (typeof type !== 'string') return new Unreadable(frame, `a message has no "${typeOf}"`);
    return { ...(value as object), type } as Message;
  };
  return {
    decode: (frame) => {
      if (typeof frame !== 'string') return new Unreadable(frame, 'a binary frame');
      try {
        const parsed: unknown = JSON.parse(frame);
        return Array.isArray(parsed) ? parsed.map((value) => read(value, frame)) : [read(parsed, frame)];
      } catch {
        return new Unreadable(frame, 'not JSON');
      }
    },
    encode: writeJson,
  };
}
