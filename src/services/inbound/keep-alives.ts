import type { ServerMessage } from '../../protocol/index.ts';
import type { AnyMessage } from '../codec/codec.ts';
import type { Frame } from '../socket/open-socket.ts';

/** A longer frame, in characters or bytes, tells more than that a server is alive. */
const LONGEST = 200;

/** What a server sends for nothing but to keep its connection alive. */
export class KeepAlives {
  readonly #names: ReadonlySet<string>;

  /** `names` are the texts, and the types of messages, that are none of the chat's. */
  constructor(names: readonly string[]) {
    this.#names = new Set(names.map((name) => name.toLowerCase()));
  }

  /** Whether a whole frame is one, as a text or as the bytes of one. */
  isText(frame: Frame): boolean {
    const text = shortText(frame);
    return text !== undefined && this.#names.has(text.trim().toLowerCase());
  }

  /** Whether a frame that is no message is one: a short text of JSON that has nothing but such a name, and perhaps a time. */
  isNamedIn(frame: Frame): boolean {
    const words = shortText(frame)?.split('"') ?? [];
    return words.some((word) => this.#names.has(word.toLowerCase()));
  }

  /** Whether a message is one, by its type, or as an event that says nothing. */
  isMessage(message: AnyMessage | ServerMessage): boolean {
    const name = nameOf(message);
    return typeof name === 'string' && this.#names.has(name.toLowerCase());
  }
}

/** A frame as a text, also where it came as bytes; undefined where it is too long. */
function shortText(frame: Frame): string | undefined {
  // Each frame is asked, and most are longer.
  if ((typeof frame === 'string' ? frame.length : frame.byteLength) > LONGEST) return undefined;
  return typeof frame === 'string' ? frame : new TextDecoder().decode(frame);
}

/** The type of a message, or the event where the guide's five types have no better one for it. */
function nameOf(message: AnyMessage | ServerMessage): unknown {
  // A backend's own messages may have fields of any kind by any name.
  if (message.type === 'unknown' && 'sourceType' in message) return message.sourceType;
  const isEvent = message.type === 'system' && 'sourceEvent' in message && !('content' in message);
  return isEvent ? message.sourceEvent : message.type;
}
