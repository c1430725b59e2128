import type { Socket } from 'node:net';

import { CLOSE_OPCODE, closeFrame, FrameSplitter, type Piece } from './frame-splitter.ts';

export interface ProxiedSocketOptions {
  /** What the browser has sent already. */
  readonly head: Buffer;
  /** How long everything takes, in each direction, in milliseconds. */
  readonly latencyMs: number;
  /** Hears of the gateway's first message, once it has been passed on. */
  readonly onGreeted: () => void;
}

/** One WebSocket between a browser and the gateway, with the faults that a network has. */
export class ProxiedSocket {
  readonly #browser: Socket;
  readonly #gateway: Socket;
  readonly #fromBrowser = new FrameSplitter();
  readonly #fromGateway = new FrameSplitter();
  readonly #options: ProxiedSocketOptions;
  #isGreeted = false;
  #isClosing = false;
  #isCutting = false;

  /** Passes everything on, beginning with the head that the browser has sent already. */
  constructor(browser: Socket, gateway: Socket, options: ProxiedSocketOptions) {
    this.#browser = browser;
    this.#gateway = gateway;
    this.#options = options;
    browser.on('data', (chunk) => this.#later(() => this.#upstream(chunk)));
    gateway.on('data', (chunk) => this.#later(() => this.#downstream(chunk)));
    for (const [from, to] of [
      [browser, gateway],
      [gateway, browser],
    ] as const) {
      from.on('end', () => this.#later(() => to.end()));
      from.on('close', () => this.#later(() => to.destroy()));
    }
    this.#upstream(options.head);
  }

  get isOver(): boolean {
    return this.#browser.destroyed;
  }

  /** Closes as a server does that means it: a close frame, the browser's answer, the end of the connection. */
  close(code: number): void {
    this.#isClosing = true;
    this.#leaveGateway();
    this.#browser.write(closeFrame(code));
  }

  /** Resets the connection at both ends. */
  reset(): void {
    this.#browser.resetAndDestroy();
    this.#gateway.resetAndDestroy();
  }

  /** Ends the connection without a close frame. */
  drop(): void {
    this.#browser.end();
    this.#leaveGateway();
  }

  /** Loses every packet from now on, in both directions. Neither end is told. */
  vanish(): void {
    for (const socket of [this.#browser, this.#gateway]) {
      socket.pause();
      forget(socket);
    }
  }

  /** Passes on one half of the gateway's next message, and drops the connection. */
  cutNextMessage(): void {
    this.#isCutting = true;
  }

  /** The gateway sees a connection that is lost; the browser is not told of that. */
  #leaveGateway(): void {
    forget(this.#gateway);
    this.#gateway.destroy();
  }

  /** Timers of one length run in their order. */
  #later(action: () => void): void {
    const { latencyMs } = this.#options;
    if (latencyMs === 0) action();
    else setTimeout(action, latencyMs);
  }

  #upstream(chunk: Buffer): void {
    for (const piece of this.#fromBrowser.push(chunk)) {
      if (this.#isClosing && piece.opcode === CLOSE_OPCODE) this.#browser.end();
      else if (this.#gateway.writable) this.#gateway.write(piece.bytes);
    }
  }

  #downstream(chunk: Buffer): void {
    for (const piece of this.#fromGateway.push(chunk)) {
      if (this.#isClosing || !this.#browser.writable) return;
      if (this.#isCutting && isMessage(piece)) {
        this.#browser.write(piece.bytes.subarray(0, piece.bytes.length / 2));
        return this.drop();
      }
      this.#browser.write(piece.bytes);
      if (this.#isGreeted || !isMessage(piece)) continue;
      this.#isGreeted = true;
      this.#options.onGreeted();
    }
  }
}

/** What happens to it is of no interest any more; without a listener an error would end the process. */
function forget(socket: Socket): void {
  socket.removeAllListeners();
  socket.on('error', () => undefined);
}

function isMessage({ opcode }: Piece): boolean {
  return opcode !== undefined && opcode < CLOSE_OPCODE;
}
