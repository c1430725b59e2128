import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';

/** What a server of `/v1/chat/completions` was asked, as far as specs look at it. */
export interface ChatRequest {
  readonly model: string;
  readonly stream: boolean;
  readonly messages: readonly { readonly role: string; readonly content: string }[];
}

/** How it answers: with a text that streams; with a status; with a text that breaks off; or never. */
export type ChatAnswer =
  | { readonly text: string }
  | { readonly status: number }
  | { readonly brokenText: string }
  | { readonly silence: true };

/** How many characters a piece has: a token or two. */
const PIECE = 6;

/** A stand-in for a language model's server, as the public description of the interface has it. */
export class ChatCompletionsServer {
  readonly requests: ChatRequest[] = [];
  readonly #server: Server;
  readonly #answer: (request: ChatRequest) => ChatAnswer;

  private constructor(answer: (request: ChatRequest) => ChatAnswer) {
    this.#answer = answer;
    this.#server = createServer((request, response) => void this.#answerRequest(request, response));
  }

  /** Listens on loopback, at a free port. */
  static async start(answer: (request: ChatRequest) => ChatAnswer): Promise<ChatCompletionsServer> {
    const server = new ChatCompletionsServer(answer);
    server.#server.listen(0, '127.0.0.1');
    await once(server.#server, 'listening');
    return server;
  }

  /** The base address, with `/v1`. */
  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/v1`;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    this.#server.close();
    await once(this.#server, 'close');
  }

  async #answerRequest(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.method === 'GET') {
      // The list of models, which a gateway asks for when it starts.
      response.end(JSON.stringify({ object: 'list', data: [] }));
      return;
    }
    let body = '';
    for await (const piece of request.setEncoding('utf8')) body += String(piece);
    const asked = JSON.parse(body) as ChatRequest;
    this.requests.push(asked);
    const answer = this.#answer(asked);
    if ('silence' in answer) return;
    if ('status' in answer) {
      response.writeHead(answer.status, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ error: { message: 'no', type: 'error', code: null } }));
      return;
    }
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    const send = (delta: object, reason: string | null): void => {
      const choices = [{ index: 0, delta, finish_reason: reason }];
      const chunk = { id: 'chat-1', object: 'chat.completion.chunk', created: 1, model: asked.model, choices };
      response.write(`data: ${JSON.stringify(chunk)}\n\n`);
    };
    const text = 'text' in answer ? answer.text : answer.brokenText;
    for (let at = 0; at < text.length; at += PIECE) send({ content: text.slice(at, at + PIECE) }, null);
    if ('brokenText' in answer) return void response.destroy();
    send({}, 'stop');
    response.end('data: [DONE]\n\n');
  }
}
