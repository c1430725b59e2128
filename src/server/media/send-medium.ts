import type { IncomingHttpHeaders } from 'node:http';
import { Readable } from 'node:stream';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { readByteRange } from './byte-range.ts';
import { mediaTypeOf } from './media-name.ts';
import type { ByteRange, MediaFacts, MediaStore } from '../ports/index.ts';

/** A medium, and where it is. */
export interface NamedMedium {
  readonly name: string;
  readonly media: Pick<MediaStore, 'find' | 'open'>;
}

/**
 * Sends a medium, or the part of it that is asked for, wherever it is stored. A name never means other bytes, so it is
 * an `ETag` that all gateways of one store agree on.
 */
export async function sendMedium(
  request: FastifyRequest,
  reply: FastifyReply,
  { name, media }: NamedMedium,
): Promise<FastifyReply> {
  const facts = await media.find(name);
  if (facts === undefined) return notFound(reply);
  const { headers, method } = request;
  const validators = { etag: `"${name}"`, 'last-modified': new Date(facts.savedAt).toUTCString() };
  const described = {
    // An app of another origin may play it.
    'access-control-allow-origin': '*',
    'cross-origin-resource-policy': 'cross-origin',
    // Whoever knows the name has been given it; a cache that others share has not.
    'cache-control': 'private, max-age=31536000, immutable',
    'accept-ranges': 'bytes',
    ...validators,
  };
  if (isFresh(headers, validators)) return reply.code(304).headers(described).send();
  const range = method === 'GET' ? rangeOf(headers, validators, facts) : undefined;
  if (range === 'none') {
    reply.code(416).headers({ ...described, 'content-range': `bytes */${facts.bytes}`, 'cache-control': 'no-cache' });
    return reply.type('text/plain').send('Range Not Satisfiable\n');
  }
  const stream = method === 'HEAD' ? Readable.from([]) : await media.open(name, range);
  // It was removed in between.
  if (stream === undefined) return notFound(reply);
  if (range !== undefined) {
    reply.code(206).header('content-range', `bytes ${range.first}-${range.last}/${facts.bytes}`);
  }
  const length = range === undefined ? facts.bytes : range.last - range.first + 1;
  // Only now: whatever is answered where there is nothing to send must not be kept for a year.
  return reply
    .headers(described)
    .header('content-length', length)
    .type(mediaTypeOf(name) ?? 'application/octet-stream')
    .send(stream);
}

function notFound(reply: FastifyReply): FastifyReply {
  reply.callNotFound();
  return reply;
}

/** What a client may name to say which bytes it has. */
interface Validators {
  readonly etag: string;
  readonly 'last-modified': string;
}

/** Whether a client has these bytes already. */
function isFresh(headers: IncomingHttpHeaders, validators: Validators): boolean {
  const { 'if-none-match': tags, 'if-modified-since': since } = headers;
  if (tags === undefined) return since !== undefined && Date.parse(since) >= Date.parse(validators['last-modified']);
  const named = tags.split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  return named.includes('*') || named.includes(validators.etag);
}

/** The part that is asked for. A client that has a part of something else is sent the whole. */
function rangeOf(
  headers: IncomingHttpHeaders,
  validators: Validators,
  { bytes }: MediaFacts,
): ByteRange | 'none' | undefined {
  const { range, 'if-range': condition } = headers;
  const isOfThis = condition === undefined || Object.values(validators).includes(condition);
  return range === undefined || !isOfThis ? undefined : readByteRange(range, bytes);
}
