import type { ServerMessage } from '../../protocol/index.ts';
import type { AnyMessage } from '../codec/codec.ts';
import type { Frame } from '../socket/open-socket.ts';

/** What a server sends for nothing but to keep its connection alive. */
export class KeepAlives {
  private readonly names: ReadonlySet<string>;
  /** How long a frame may be that is one, spaces around it included: each frame is asked, and most are longer. */
  private readonly maxLength: number;

  /** `names` are the texts, and the types of messages, that are none of the chat's. */
  constructor(names: readonly string[]) {
    this.names = new Set(names.map((name) => name.toLowerCase()));
    this.maxLength = Math.max(0, ...names.map(({ length }) => length)) + 2;
  }

  /** Whether a whole frame is one, as a text or as the bytes of one. */
  isText(frame: Frame): boolean {
    const length = typeof frame === 'string' ? frame.length : frame.byteLength;
    if (length > this.maxLength) return false;
    const text = typeof frame === 'string' ? frame : new TextDecoder().decode(frame);
    return this.names.has(text.trim().toLowerCase());
  }

  /** Whether a message is one, by its type, or as an event that says nothing. */
  isMessage(message: AnyMessage | ServerMessage): boolean {
    const name = nameOf(message);
    return typeof name === 'string' && this.names.has(name.toLowerCase());
  }
}

/** The type of a message, or the event where the guide's five types have no better one for it. */
function nameOf(message: AnyMessage | ServerMessage): unknown {
  // A backend's own messages may have fields of any kind by any name.
  if (message.type === 'unknown' && 'sourceType' in message) return message.sourceType;
  const isEvent = message.type === 'system' && 'sourceEvent' in message && !('content' in message);
  return isEvent ? message.sourceEvent : message.type;
}
