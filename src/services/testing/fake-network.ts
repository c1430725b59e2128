import { timer } from 'rxjs';

import type { WebSocketConstructor } from '../index.ts';
import { FakePeer } from './fake-peer.ts';
import { FakeWebSocket } from './fake-web-socket.ts';

/** How long the handshake takes, in milliseconds; never none, as in browsers. */
export const CONNECT_DELAY = 1;

/** What a server does with the connections that come in. */
export type FakeServer = (peer: FakePeer) => void;

/** Accepts, and sends nothing: what any server that follows the guide does at least. */
export const silentServer: FakeServer = (peer) => peer.accept();

/** A server behind a network, for specs: hands out sockets and lists every peer, oldest first. */
export class FakeNetwork {
  /** The server's ends of all sockets so far, oldest first. */
  readonly peers: FakePeer[] = [];
  /** Decides what becomes of the connections that follow. */
  server: FakeServer;

  constructor(server: FakeServer = silentServer) {
    this.server = server;
  }

  /** The newest peer. */
  get peer(): FakePeer {
    const peer = this.peers.at(-1);
    if (peer === undefined) throw new Error('no socket has been opened');
    return peer;
  }

  /** To be provided as `WEB_SOCKET`. */
  readonly WebSocketCtor = this.makeConstructor();

  private makeConstructor(): WebSocketConstructor {
    const connect = (socket: FakeWebSocket): void => {
      const peer = new FakePeer(socket);
      this.peers.push(peer);
      timer(CONNECT_DELAY).subscribe(() => this.server(peer));
    };
    const Connected = class extends FakeWebSocket {
      constructor(url: string) {
        super(url);
        connect(this);
      }
    };
    // A specs' socket needs no more of a WebSocket than `webSocket()` and the contract suite use.
    return Connected as unknown as WebSocketConstructor;
  }
}
