import { timer } from 'rxjs';

import { CloseCode } from '../../protocol/index.ts';

/** How long the other end takes to answer a closing handshake, in milliseconds. */
export const CLOSE_DELAY = 2;

const MAX_REASON_BYTES = 123;

/**
 * The client's end of a connection that never leaves the page. It behaves as browsers do where it matters:
 * a close while connecting gives `error` and then `close` with 1006, a close is answered only after a while,
 * illegal codes and reasons throw, a frame sent too early throws and one sent too late vanishes, and a socket
 * that its owner has forgotten still speaks.
 */
export class FakeWebSocket {
  /** Where it leads, as browsers normalize it. */
  readonly url: string;
  /** One of the four of `WebSocket`. */
  readyState: number = WebSocket.CONNECTING;
  /** Kept, and without effect: a frame arrives as it was sent. */
  binaryType: BinaryType = 'blob';
  /** Called when the handshake succeeded. */
  onopen: ((event: Event) => void) | null = null;
  /** Called with each frame. */
  onmessage: ((event: MessageEvent) => void) | null = null;
  /** Called before the `close` of a handshake that failed. */
  onerror: ((event: Event) => void) | null = null;
  /** Called once, at the end. */
  onclose: ((event: CloseEvent) => void) | null = null;

  /** What the client sends, for the peer. */
  onSend: (frame: string) => void = () => undefined;
  /** How the client closes, for the peer. */
  onClosing: (code: number | undefined) => void = () => undefined;

  constructor(url: string) {
    this.url = new URL(url).href;
    if (!/^wss?:/.test(this.url)) throw new DOMException('the scheme is neither ws nor wss', 'SyntaxError');
  }

  /**
   * Sends a frame to the peer; after the end it vanishes.
   * @throws while connecting.
   */
  send(frame: string): void {
    if (this.readyState === WebSocket.CONNECTING) {
      throw new DOMException('the socket is still connecting', 'InvalidStateError');
    }
    if (this.readyState === WebSocket.OPEN) this.onSend(frame);
  }

  /**
   * Begins the closing handshake.
   * @throws where a browser does: for a code or a reason that a client may not give.
   */
  close(code?: number, reason = ''): void {
    const isLegal = code === undefined || code === CloseCode.NormalClosure || (code >= 3_000 && code <= 4_999);
    if (!isLegal) throw new DOMException(`a client may not close with ${code}`, 'InvalidAccessError');
    if (new TextEncoder().encode(reason).length > MAX_REASON_BYTES) {
      throw new DOMException('the reason is too long', 'SyntaxError');
    }
    if (this.readyState >= WebSocket.CLOSING) return;
    const wasConnecting = this.readyState === WebSocket.CONNECTING;
    this.readyState = WebSocket.CLOSING;
    this.onClosing(code);
    timer(CLOSE_DELAY).subscribe(() => {
      if (wasConnecting) this.fail();
      else this.end({ code: code ?? 1005, reason, wasClean: true });
    });
  }

  /** The handshake succeeded. */
  open(): void {
    if (this.readyState !== WebSocket.CONNECTING) return;
    this.readyState = WebSocket.OPEN;
    this.onopen?.(new Event('open'));
  }

  /** A frame arrived. */
  receive(frame: string | ArrayBuffer): void {
    if (this.readyState === WebSocket.OPEN) this.onmessage?.(new MessageEvent('message', { data: frame }));
  }

  /** The other end has said goodbye, and leaves the connection open: no event says so. */
  beginEnd(): void {
    this.readyState = WebSocket.CLOSING;
  }

  /** The handshake failed. */
  fail(): void {
    if (this.readyState === WebSocket.CLOSED) return;
    this.readyState = WebSocket.CLOSED;
    this.onerror?.(new Event('error'));
    this.onclose?.(new CloseEvent('close', { code: CloseCode.AbnormalClosure, reason: '', wasClean: false }));
  }

  /** The connection ended. */
  end(how: { readonly code: number; readonly reason: string; readonly wasClean: boolean }): void {
    if (this.readyState === WebSocket.CLOSED) return;
    this.readyState = WebSocket.CLOSED;
    this.onclose?.(new CloseEvent('close', how));
  }
}
