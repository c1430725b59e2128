import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, gzip } from 'node:zlib';
import type { FastifyReply, FastifyRequest } from 'fastify';

interface Known {
  readonly text: string;
  readonly etag: string;
  readonly encoded: Readonly<Record<'br' | 'gzip', Promise<Buffer>>>;
}

/** Sends texts that stand in no file, compressed, and compresses each of them once. */
export class CompressedTexts {
  readonly #known = new Map<string, Known>();

  /** Answers with a text; or with nothing where the browser has it already. */
  async send(request: FastifyRequest, reply: FastifyReply, name: string, text: string): Promise<FastifyReply> {
    const { etag, encoded } = this.#encode(name, text);
    reply.headers({ etag, vary: 'accept-encoding' });
    if (request.headers['if-none-match'] === etag) return reply.code(304).send();
    const accepted = request.headers['accept-encoding'] ?? '';
    const encoding = (['br', 'gzip'] as const).find((each) => isAccepted(each, accepted));
    if (encoding === undefined) return reply.send(text);
    return reply.header('content-encoding', encoding).send(await encoded[encoding]);
  }

  #encode(name: string, text: string): Known {
    const known = this.#known.get(name);
    if (known?.text === text) return known;
    const etag = `W/"${createHash('sha1').update(text).digest('base64url')}"`;
    const encoded = { br: promisify(brotliCompress)(text), gzip: promisify(gzip)(text) };
    const made = { text, etag, encoded };
    this.#known.set(name, made);
    return made;
  }
}

/** Whether an `Accept-Encoding` names an encoding, and gives it any weight: `br;q=0` takes anything else. */
function isAccepted(encoding: string, header: string): boolean {
  return header.split(',').some((each) => {
    const [name, ...parameters] = each.split(';').map((part) => part.trim().toLowerCase());
    return name === encoding && !parameters.some((parameter) => /^q=0(?:\.0*)?$/.test(parameter));
  });
}
