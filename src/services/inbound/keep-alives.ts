import type { ServerMessage } from '../../protocol/index.ts';
import type { AnyMessage } from '../codec/codec.ts';
import type { Frame } from '../socket/open-socket.ts';

/** What a server sends for nothing but to keep its connection alive. */
export class KeepAlives {
  private readonly names: ReadonlySet<string>;
  /** How long a frame may be that is one, spaces around it included. */
  readonly maxLength: number;

  /** `names` are the texts, and the types of messages, that are none of the chat's. */
  constructor(names: readonly string[]) {
    this.names = new Set(names.map((name) => name.toLowerCase()));
    this.maxLength = Math.max(0, ...names.map(({ length }) => length)) + 2;
  }

  /** Whether a whole frame is one. */
  isText(frame: Frame): boolean {
    return typeof frame === 'string' && frame.length <= this.maxLength && this.names.has(frame.trim().toLowerCase());
  }

  /** Whether a message is one, by its type. */
  isMessage(message: AnyMessage | ServerMessage): boolean {
    // A backend's own messages may have fields of any kind by any name.
    const name: unknown = message.type === 'unknown' && 'sourceType' in message ? message.sourceType : message.type;
    return typeof name === 'string' && this.names.has(name.toLowerCase());
  }
}
