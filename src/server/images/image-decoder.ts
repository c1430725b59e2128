import { type ChildProcess, fork } from 'node:child_process';
import { extname } from 'node:path';
import { type DecodeAnswer, type DecodedPicture, type DecodeRequest, TOO_MUCH_MEMORY } from './decoder-messages.ts';

/** What an image may cost. */
export interface ImageDecoderOptions {
  /** Megabytes that a decoding process may use. Default 400: Node itself, a picture of 40 million pixels, and its copy. */
  readonly memoryMb?: number;
  /** How long a picture may take, in milliseconds. Default 10,000. */
  readonly deadlineMs?: number;
  /** How long a process stays without work, in milliseconds. Default 30,000. */
  readonly idleMs?: number;
}

/** Whose image it is. */
export interface PictureOwner {
  readonly address: string;
  readonly code: string;
}

/** An image can't be decoded, or not with the memory and the time that one may take. */
export class UndecodableImage extends Error {
  override readonly name = 'UndecodableImage';
}

/** What JavaScript may use of the memory; most of it are pixels, which are not part of its heap. */
const HEAP_MB = 64;

/**
 * Decodes images in a process of its own, one at a time, to see that they can be: what takes too much memory or time ends
 * that process and nothing else. The process begins with the first image, and ends when none has come for a while.
 * Addresses take turns, and so do the codes of each: an image waits for at most one of each other address.
 */
export class ImageDecoder {
  readonly #options: Required<ImageDecoderOptions>;
  #child: ChildProcess | undefined;
  #idle: NodeJS.Timeout | undefined;
  #last: Promise<unknown> = Promise.resolve();
  /** What each owner has had decoded last, as far as it is not over. */
  readonly #lastOf = new Map<string, Promise<void>>();

  constructor(options: ImageDecoderOptions = {}) {
    this.#options = { memoryMb: 400, deadlineMs: 10_000, idleMs: 30_000, ...options };
  }

  /** Decodes an image of an owner. Rejects with an {@link UndecodableImage}. */
  decode({ address, code }: PictureOwner, request: DecodeRequest): Promise<DecodedPicture> {
    return this.#afterLastOf(`code ${code}`, () =>
      this.#afterLastOf(`address ${address}`, () => this.#inTurn(request)),
    );
  }

  /** Ends the process, whatever it does. */
  close(): void {
    this.#end();
  }

  /** Begins something once what an owner has begun before is over. */
  #afterLastOf(owner: string, begin: () => Promise<DecodedPicture>): Promise<DecodedPicture> {
    const before = this.#lastOf.get(owner) ?? Promise.resolve();
    const picture = before.then(begin);
    const settled = picture.then(
      () => undefined,
      () => undefined,
    );
    this.#lastOf.set(owner, settled);
    void settled.then(() => {
      if (this.#lastOf.get(owner) === settled) this.#lastOf.delete(owner);
    });
    return picture;
  }

  #inTurn(request: DecodeRequest): Promise<DecodedPicture> {
    const picture = this.#last.then(() => this.#decode(request));
    this.#last = picture.catch(() => undefined);
    return picture;
  }

  async #decode(request: DecodeRequest): Promise<DecodedPicture> {
    clearTimeout(this.#idle);
    const isUsed = this.#child?.connected === true;
    const child = this.#startedProcess();
    const { promise, resolve, reject } = Promise.withResolvers<DecodeAnswer>();
    const give = (reason: string) => () => reject(new UndecodableImage(reason));
    const onExit = give('its process died');
    const deadline = setTimeout(give('it takes too long'), this.#options.deadlineMs);
    child.once('message', resolve).once('exit', onExit).once('error', onExit);
    try {
      child.send(request, (error) => error && onExit());
      const answer = await promise;
      if (answer !== 'unreadable') return answer;
    } catch (error) {
      // It may still be at it.
      if (child === this.#child) this.#end();
      // What it used may have been the pictures' before.
      if (isUsed && child.exitCode === TOO_MUCH_MEMORY) return await this.#decode(request);
      throw error;
    } finally {
      clearTimeout(deadline);
      child.off('message', resolve).off('exit', onExit).off('error', onExit);
      this.#idle = setTimeout(() => this.#end(), this.#options.idleMs).unref();
    }
    throw new UndecodableImage('its bytes are no picture');
  }

  #startedProcess(): ChildProcess {
    if (this.#child?.connected === true) return this.#child;
    // The compiled gateway has compiled neighbours.
    const script = new URL(`./decoder-main${extname(import.meta.url)}`, import.meta.url);
    const child = fork(script, [String(this.#options.memoryMb)], {
      // Nothing of the gateway's settings and secrets; an inspector's port can't be shared.
      env: {},
      execArgv: [
        ...process.execArgv.filter((flag) => !flag.startsWith('--inspect')),
        `--max-old-space-size=${HEAP_MB}`,
      ],
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    child.on('error', () => undefined);
    child.unref();
    child.channel?.unref();
    this.#child = child;
    return child;
  }

  #end(): void {
    clearTimeout(this.#idle);
    this.#child?.kill('SIGKILL');
    this.#child = undefined;
  }
}
