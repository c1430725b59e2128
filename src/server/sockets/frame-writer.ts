import { CloseCode, type ServerMessage } from '../../protocol/index.ts';
import { messageText } from '../messages/envelope.ts';

/** The other end of a connection, whatever carries it. */
export interface Peer {
  /**
   * Sends a text frame. Without effect once the connection is closing.
   * @param onLeft called once the frame has left this process, or never will
   */
  send(text: string, onLeft?: () => void): void;
  /** Closes with a code of the protocol; the reason has at most 123 bytes. */
  close(code: number, reason: string): void;
  /** Bytes that have been sent and wait to leave this machine. */
  readonly bufferedBytes: number;
}

/** Above this many bytes on their way, transient messages are dropped: the next progress says more than an old one. */
const DROP_TRANSIENT_ABOVE = 1024 * 1024;
/** Above this many bytes the client is closed: it reads too slowly, and may reconnect for what it missed. */
const CLOSE_ABOVE = 8 * 1024 * 1024;

/** Sends messages to one client; those of one turn of the event loop go as one frame. */
export class FrameWriter {
  readonly #peer: Peer;
  #waiting: string[] = [];
  #waitingLength = 0;
  #isClosed = false;

  constructor(peer: Peer) {
    this.#peer = peer;
  }

  /** Sends a message at the end of this turn of the event loop. */
  write(message: ServerMessage): void {
    if (this.#isClosed) return;
    const text = messageText(message);
    if (this.#waiting.length === 0) setImmediate(() => this.#flush());
    this.#waiting.push(text);
    this.#waitingLength += text.length;
  }

  /** Sends a transient message where the client keeps up, and drops it otherwise. */
  writeTransient(message: ServerMessage): void {
    if (this.#peer.bufferedBytes + this.#waitingLength <= DROP_TRANSIENT_ABOVE) this.write(message);
  }

  /** Sends messages as they are stored, after what has been written; resolves once they have left, or never will. */
  writeStored(texts: readonly string[]): Promise<void> {
    if (this.#isClosed) return Promise.resolve();
    this.#waiting.push(...texts);
    return new Promise((resolve) => this.#flush(resolve));
  }

  /** Sends what has been written, then closes. */
  close(code: number, reason: string): void {
    if (this.#isClosed) return;
    this.#flush();
    this.#isClosed = true;
    this.#peer.close(code, reason);
  }

  /** Drops what has been written: the client is gone. */
  abandon(): void {
    this.#isClosed = true;
    this.#waiting = [];
  }

  #flush(onLeft?: () => void): void {
    if (this.#isClosed || this.#waiting.length === 0) return onLeft?.();
    const [first, ...others] = this.#waiting;
    const frame = others.length === 0 ? first : `[${this.#waiting.join(',')}]`;
    this.#waiting = [];
    this.#waitingLength = 0;
    if (this.#peer.bufferedBytes > CLOSE_ABOVE) {
      this.close(CloseCode.TryAgainLater, 'reads too slowly');
      onLeft?.();
    } else if (frame !== undefined) this.#peer.send(frame, onLeft);
  }
}
