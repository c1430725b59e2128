import type { IncomingMessage, Server } from 'node:http';
import { type WebSocket, WebSocketServer } from 'ws';

/** The sockets of a stand-in, with the habits of ComfyUI's: one for each client id, and nothing kept for later. */
export class StandInSockets {
  readonly #byClient = new Map<string, WebSocket>();
  readonly #withMetadata = new WeakSet<WebSocket>();
  readonly #server = new WebSocketServer({ noServer: true });
  /** Client ids in the order in which they connected. */
  readonly connected: string[] = [];
  /** Refuses every socket, as a proxy does that knows none. */
  areRefused = false;

  attach(server: Server): void {
    server.on('upgrade', (request, socket, head) => {
      if (this.areRefused) return void socket.destroy();
      this.#server.handleUpgrade(request, socket, head, (client) => this.#add(client, request));
    });
  }

  /** Sends an event to the socket of a client; to all where there is no client. */
  send(type: string, data: object, client: string | undefined): void {
    for (const socket of this.#of(client)) socket.send(JSON.stringify({ type, data }));
  }

  /** Sends a preview in the form that the client can read. */
  sendPreview(image: Buffer, about: object, client: string): void {
    const isPng = image[0] === 0x89;
    for (const socket of this.#of(client)) {
      if (this.#withMetadata.has(socket)) {
        const text = Buffer.from(JSON.stringify({ ...about, image_type: isPng ? 'image/png' : 'image/jpeg' }));
        socket.send(Buffer.concat([uint32(4), uint32(text.length), text, image]));
      } else socket.send(Buffer.concat([uint32(1), uint32(isPng ? 2 : 1), image]));
    }
  }

  /** Breaks every connection, as a lost network does. */
  cut(): void {
    for (const socket of this.#server.clients) socket.terminate();
  }

  /** Forgets the registered sockets without closing them, as ComfyUI does with a newer socket when an older one of its client ends late. */
  forget(): void {
    this.#byClient.clear();
  }

  #of(client: string | undefined): readonly WebSocket[] {
    if (client === undefined) return [...this.#byClient.values()];
    return [this.#byClient.get(client) ?? []].flat();
  }

  #add(socket: WebSocket, { url = '' }: IncomingMessage): void {
    const client = new URLSearchParams(url.split('?')[1]).get('clientId') ?? crypto.randomUUID();
    this.connected.push(client);
    this.#byClient.set(client, socket);
    socket.send(
      JSON.stringify({ type: 'status', data: { status: { exec_info: { queue_remaining: 0 } }, sid: client } }),
    );
    socket.once('message', (data: Buffer) => {
      const message = JSON.parse(data.toString()) as { type?: string; data?: { supports_preview_metadata?: boolean } };
      if (message.type === 'feature_flags' && message.data?.supports_preview_metadata) this.#withMetadata.add(socket);
    });
    // By the id alone: where a newer socket has it, that one is forgotten. ComfyUI does so.
    socket.on('close', () => this.#byClient.delete(client));
  }
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}
