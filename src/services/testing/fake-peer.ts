import { timer } from 'rxjs';

import { CloseCode } from '../../protocol/index.ts';
import type { FakeWebSocket } from './fake-web-socket.ts';

/** How long a frame takes to the server, in milliseconds: an answer never comes while sending. */
const REPLY_DELAY = 1;

/** The server's end of a {@link FakeWebSocket}. */
export class FakePeer {
  /** Frames from the client, in order. */
  readonly received: string[] = [];
  /** How the client closed; `undefined` where it gave no code. Empty while it has not. */
  readonly closedWith: (number | undefined)[] = [];
  /** Called with every frame from the client. */
  onFrame: (frame: string) => void = () => undefined;
  private readonly socket: FakeWebSocket;
  private isSilent = false;

  constructor(socket: FakeWebSocket) {
    this.socket = socket;
    socket.onSend = (frame) => {
      this.received.push(frame);
      timer(REPLY_DELAY).subscribe(() => this.onFrame(frame));
    };
    socket.onClosing = (code) => this.closedWith.push(code);
  }

  /** The address that the client opened. */
  get url(): URL {
    return new URL(this.socket.url);
  }

  /** Whether the client could send now. */
  get isOpen(): boolean {
    return this.socket.readyState === WebSocket.OPEN;
  }

  /** Completes the handshake: the socket is open. */
  accept(): void {
    this.socket.open();
  }

  /** Fails the handshake: all that a browser emits is `error`, and `close` with 1006. */
  refuse(): void {
    this.socket.fail();
  }

  /** Sends the client a frame. */
  send(frame: string | ArrayBuffer): void {
    if (!this.isSilent) this.socket.receive(frame);
  }

  /** From now on nothing comes through, either way, and neither side notices. */
  goSilent(): void {
    this.onFrame = () => undefined;
    this.isSilent = true;
  }

  /** Closes by handshake. */
  close(code: number, reason = ''): void {
    this.socket.end({ code, reason, wasClean: true });
  }

  /** Says goodbye, and leaves the connection open. */
  beginClose(): void {
    this.socket.beginEnd();
  }

  /** Breaks the connection: `close` with 1006, and no `error`. */
  drop(): void {
    this.socket.end({ code: CloseCode.AbnormalClosure, reason: '', wasClean: false });
  }
}
