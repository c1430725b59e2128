import { WebSocket } from 'ws';
import { decodeServerFrame, ENDPOINT_PATH, type ServerMessage, type SystemMessage } from '../../protocol/index.ts';
import { untilFound } from '../../testing/index.ts';
import type { Gateway } from '../gateway.ts';

export interface TestClientOptions {
  readonly query: Readonly<Record<string, string>>;
  readonly origin?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** `never`: leaves the server's pings without an answer. */
  readonly pong?: 'always' | 'never';
}

interface Closed {
  readonly code: number;
  readonly reason: string;
}

/** A real socket that remembers what it was sent. */
export class TestClient {
  readonly messages: ServerMessage[] = [];
  /** Fulfils when the socket has closed. */
  readonly closed: Promise<Closed>;
  readonly socket: WebSocket;
  #closedWith: Closed | undefined;

  constructor(gateway: Pick<Gateway, 'url'>, { query, origin, headers = {}, pong = 'always' }: TestClientOptions) {
    const url = `${gateway.url.replace('http', 'ws')}${ENDPOINT_PATH}?${new URLSearchParams(query).toString()}`;
    const from = origin === undefined ? {} : { origin };
    this.socket = new WebSocket(url, { autoPong: pong === 'always', headers, ...from });
    this.socket.on('message', (data: Buffer) => this.#receiveFrame(data.toString()));
    this.socket.on('error', () => undefined);
    this.closed = new Promise((resolve) => {
      this.socket.on('close', (code, reason) => {
        this.#closedWith = { code, reason: reason.toString() };
        resolve(this.#closedWith);
      });
    });
  }

  /** Sends text as it is, anything else as JSON. */
  send(frame: unknown): void {
    this.socket.send(typeof frame === 'string' || Buffer.isBuffer(frame) ? frame : JSON.stringify(frame));
  }

  /** The first message that matches, now or later. Rejects when the socket closes without one. */
  until(matches: (message: ServerMessage) => boolean): Promise<ServerMessage> {
    return this.#until(matches, matches.toString());
  }

  /** The first system message of an event. */
  untilEvent<Event extends SystemMessage['event']>(event: Event): Promise<SystemMessage & { event: Event }> {
    const found = this.#until((message) => message.type === 'system' && message.event === event, event);
    return found as Promise<SystemMessage & { event: Event }>;
  }

  /** The first answer to a message of this client's, errors included. */
  untilAnswer(id: string): Promise<ServerMessage> {
    return this.#until(({ replyTo }) => replyTo === id, `an answer to ${id}`);
  }

  /** Closes the socket as a page that goes away does. */
  leave(): Promise<Closed> {
    this.socket.close(1000);
    return this.closed;
  }

  #until(matches: (message: ServerMessage) => boolean, what: string): Promise<ServerMessage> {
    return untilFound(() => {
      const found = this.messages.find(matches);
      if (found === undefined && this.#closedWith !== undefined)
        throw new Error(`closed with ${this.#closedWith.code}`);
      return found;
    }, what);
  }

  #receiveFrame(frame: string): void {
    for (const result of decodeServerFrame(frame, { newId: () => 'missing', now: () => -1 })) {
      if (!result.ok) throw new Error(result.fault.reason);
      this.messages.push(result.value);
    }
  }
}
