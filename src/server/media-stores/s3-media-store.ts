import { IncomingMessage } from 'node:http';
import { Readable } from 'node:stream';
import { isMediaName, mediaTypeOf, MEDIA_PATH, newMediaName } from '../media/media-name.ts';
import type { ByteRange, MediaDraft, MediaFacts, StoredMedia } from '../ports/index.ts';
import type { AdoptingMediaStore } from './copy-media.ts';
import type { S3Clients } from './s3-client.ts';
import { isMissing, s3Fault } from './s3-fault.ts';

export interface S3MediaStoreOptions {
  readonly bucket: string;
  /** What stands before the name of each medium; empty, or with a slash at its end. */
  readonly prefix: string;
  /** How long a call may take, and how long a stream may stand still, in milliseconds. Default a minute. */
  readonly limitMs?: number;
}

const LIMIT_MS = 60_000;
const PROBE = '.probe';

/** A media store in a bucket of S3, or of whatever speaks as it does. An object is there whole or not at all. */
export class S3MediaStore implements AdoptingMediaStore {
  readonly #clients: S3Clients;
  readonly #bucket: string;
  readonly #prefix: string;
  readonly #limitMs: number;

  constructor(clients: S3Clients, { bucket, prefix, limitMs = LIMIT_MS }: S3MediaStoreOptions) {
    this.#clients = clients;
    this.#bucket = bucket;
    this.#prefix = prefix;
    this.#limitMs = limitMs;
  }

  async save({ bytes, mimeType }: MediaDraft): Promise<StoredMedia> {
    const name = newMediaName(mimeType);
    await this.#put(name, bytes);
    return { name, url: MEDIA_PATH + name };
  }

  async adopt(name: string, bytes: Uint8Array): Promise<void> {
    if (!isMediaName(name)) throw new TypeError('no name of a medium');
    await this.#put(name, bytes);
  }

  async find(name: string): Promise<MediaFacts | undefined> {
    if (!isMediaName(name)) return undefined;
    const found = await this.#orMissing(this.#clients.calls.headObject(this.#object(name), this.#limit()));
    return found && { bytes: found.ContentLength ?? 0, savedAt: found.LastModified?.getTime() ?? 0 };
  }

  async open(name: string, range?: ByteRange): Promise<Readable | undefined> {
    if (!isMediaName(name)) return undefined;
    const part = range && { Range: `bytes=${range.first}-${range.last}` };
    // How long it takes to be read is the reader's affair, as long as it is read.
    const stop = new AbortController();
    const timer = setTimeout(() => stop.abort(), this.#limitMs);
    const opening = this.#clients.streams.getObject({ ...this.#object(name), ...part }, { abortSignal: stop.signal });
    const found = await this.#orMissing(opening).finally(() => clearTimeout(timer));
    const body = found?.Body;
    if (body instanceof IncomingMessage)
      body.setTimeout(this.#limitMs, () => body.destroy(new Error('nobody reads it')));
    return body instanceof Readable ? body : undefined;
  }

  async read(name: string): Promise<Uint8Array> {
    if (!isMediaName(name)) throw new TypeError('no name of a medium');
    return this.#told(
      this.#clients.calls
        .getObject(this.#object(name), this.#limit())
        .then(({ Body }) => Body?.transformToByteArray() ?? new Uint8Array()),
    );
  }

  async list(before = Infinity): Promise<readonly string[]> {
    const names: string[] = [];
    let from: string | undefined;
    do {
      const after = from === undefined ? {} : { ContinuationToken: from };
      const place = { Bucket: this.#bucket, Prefix: this.#prefix };
      const page = await this.#told(this.#clients.calls.listObjectsV2({ ...place, ...after }, this.#limit()));
      for (const { Key = '', LastModified } of page.Contents ?? []) {
        const name = Key.slice(this.#prefix.length);
        const isOld = before === Infinity || (LastModified !== undefined && LastModified.getTime() < before);
        if (isOld && isMediaName(name)) names.push(name);
      }
      from = page.NextContinuationToken;
    } while (from !== undefined);
    return names;
  }

  async remove(name: string): Promise<void> {
    if (isMediaName(name)) await this.#delete(name);
  }

  async probe(): Promise<void> {
    await this.#put(PROBE, new Uint8Array(1));
    await this.#delete(PROBE);
  }

  close(): Promise<void> {
    this.#clients.calls.destroy();
    this.#clients.streams.destroy();
    return Promise.resolve();
  }

  async #put(name: string, bytes: Uint8Array): Promise<void> {
    const type = mediaTypeOf(name);
    const object = { ...this.#object(name), Body: bytes, ...(type !== undefined && { ContentType: type }) };
    await this.#told(this.#clients.calls.putObject(object, this.#limit()));
  }

  async #delete(name: string): Promise<void> {
    await this.#told(this.#clients.calls.deleteObject(this.#object(name), this.#limit()));
  }

  #object(name: string): { readonly Bucket: string; readonly Key: string } {
    return { Bucket: this.#bucket, Key: this.#prefix + name };
  }

  /** A call that is tried again and again ends by then too. */
  #limit(): { readonly abortSignal: AbortSignal } {
    return { abortSignal: AbortSignal.timeout(this.#limitMs) };
  }

  async #orMissing<Answer>(answer: Promise<Answer>): Promise<Answer | undefined> {
    return this.#told(
      answer.catch((error: unknown) => {
        if (isMissing(error)) return undefined;
        throw error;
      }),
    );
  }

  /** What the service answers. Rejects with a line for people. */
  async #told<Answer>(answer: Promise<Answer>): Promise<Answer> {
    try {
      return await answer;
    } catch (error) {
      throw s3Fault(error, { bucket: this.#bucket, endpoint: this.#clients.endpoint });
    }
  }
}
