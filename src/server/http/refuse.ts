import { type IncomingMessage, type Server, STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Tries } from '../access/tries.ts';
import { addressKey } from '../limits/address-key.ts';
import { SECURITY_HEADERS } from './security-headers.ts';

/** Why a request is refused. */
export interface Refusal {
  /** The HTTP status. */
  readonly status: number;
  /** One line for developers. */
  readonly reason: string;
  /** When it may be tried again, in seconds. */
  readonly retryAfter?: number;
}

/**
 * Refuses a request, also one for an upgrade: that has no response which Fastify could send, only the connection that
 * it came over.
 */
export async function refuse(request: FastifyRequest, reply: FastifyReply, refusal: Refusal): Promise<void> {
  const { status, reason, retryAfter } = refusal;
  const headers = retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) };
  if (!isUpgrade(request.raw)) {
    await reply.code(status).headers(headers).type('text/plain').send(`${reason}\n`);
    return;
  }
  reply.hijack();
  writeAnswer(request.raw.socket, status, reason, headers);
}

/** Spends a try of a request's address, and refuses the request where none is left. */
export async function refuseTooManyTries(request: FastifyRequest, reply: FastifyReply, tries: Tries): Promise<void> {
  const waitMs = await tries.spend(addressKey(request.ip));
  if (waitMs === 0) return;
  await refuse(request, reply, { status: 429, reason: 'Too many tries.', retryAfter: Math.ceil(waitMs / 1_000) });
}

/**
 * The requests that Node has let go of for WebSocket. Headers alone don't say: without `Connection: upgrade` a request that
 * names it is answered as any other, and has to be limited as any other.
 */
const upgrades = new WeakSet<IncomingMessage>();

/** Notes which requests are upgrades. To be called before anybody else listens to them. */
export function noteUpgrades(server: Server): void {
  server.on('upgrade', (request: IncomingMessage) => {
    if (asksForWebSocket(request)) upgrades.add(request);
  });
}

/** Whether a request is an upgrade. */
export function isUpgrade(request: IncomingMessage): boolean {
  return upgrades.has(request);
}

/** Whether the headers of a request ask for a WebSocket; nothing else is an upgrade here. */
export function asksForWebSocket({ headers: { upgrade } }: Pick<IncomingMessage, 'headers'>): boolean {
  return upgrade?.toLowerCase() === 'websocket';
}

/** Writes an answer of plain text, with the security headers that every answer has, and ends the connection. */
export function writeAnswer(
  socket: Socket,
  status: number,
  reason = `${STATUS_CODES[status]}.`,
  headers: Readonly<Record<string, string>> = {},
): void {
  const body = `${reason}\n`;
  const all = {
    ...SECURITY_HEADERS,
    ...headers,
    'content-type': 'text/plain',
    'content-length': String(Buffer.byteLength(body)),
    connection: 'close',
  };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}`);
  socket.end([`HTTP/1.1 ${status} ${STATUS_CODES[status]}`, ...lines, '', body].join('\r\n'), () => socket.destroy());
}
