import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import type { EngineEvent, EngineRequest } from '../../port/video-engine.ts';
import { type ClipReport, TOO_MUCH_MEMORY, type ToDrawingProcess } from './messages.ts';

/** How a drawing process is run. */
export interface DrawingProcessOptions {
  readonly script: URL;
  /** Megabytes that it may use; it ends itself above that. */
  readonly memoryMb: number;
  /** Milliseconds without a word from it while it makes a clip, after which it is held to hang. */
  readonly silenceMs: number;
}

/** A drawing process died or hung; another may make the clip. */
export class ProcessDeath extends Error {}

// A frame of the largest size takes well below this; a process that does not stop by then is ended.
const STOP_WITHIN_MS = 300;
/** What JavaScript may use of the memory; most of it are pictures, which are not part of its heap. */
const HEAP_SHARE = 0.4;

/** A drawing process. It makes one clip at a time, and has nothing of ours but what it is sent. */
export class DrawingProcess {
  readonly #child: ChildProcess;
  readonly #options: DrawingProcessOptions;
  #isDead = false;
  #bytesInUse = 0;

  constructor(options: DrawingProcessOptions) {
    const { script, memoryMb } = options;
    this.#options = options;
    this.#child = fork(script, [String(memoryMb)], {
      // Nothing of the gateway's settings and secrets; an inspector's port can't be shared.
      env: {},
      execArgv: [
        ...process.execArgv.filter((flag) => !flag.startsWith('--inspect')),
        `--max-old-space-size=${Math.floor(memoryMb * HEAP_SHARE)}`,
      ],
      serialization: 'advanced',
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    // Deaths between two clips only mark the process as dead; the engine then starts another.
    for (const event of ['error', 'exit']) this.#child.on(event, () => (this.#isDead = true));
    this.#leaveAlone();
  }

  get isDead(): boolean {
    return this.#isDead;
  }

  /** Bytes that it used after its last clip. */
  get bytesInUse(): number {
    return this.#bytesInUse;
  }

  /**
   * Makes a clip. Resolves when the process is free again; rejects with `signal.reason` when aborted, with a
   * {@link ProcessDeath} when the process dies or hangs, and with another error when the clip can't be made.
   */
  async make(request: EngineRequest, signal: AbortSignal, tell: (event: EngineEvent) => void): Promise<void> {
    const child = this.#child;
    const { promise: over, resolve, reject } = Promise.withResolvers<undefined>();
    const hang = setTimeout(() => {
      reject(new ProcessDeath('hung'));
      this.#kill();
    }, this.#options.silenceMs);
    const onReport = (report: ClipReport) => {
      hang.refresh();
      if (report.kind === 'event') return tell(report.event);
      if (report.kind === 'failed') return reject(new Error(`The clip could not be drawn: ${report.message}`));
      if (report.kind === 'done') this.#bytesInUse = report.bytesInUse;
      resolve(undefined);
    };
    const onExit = (code: number | null, by: NodeJS.Signals | null) => reject(new ProcessDeath(causeOf(code, by)));
    const onError = (error: Error) => reject(new ProcessDeath(`could not be reached: ${error.message}`));
    let deadline: NodeJS.Timeout | undefined;
    const onAbort = () => {
      this.#send({ kind: 'stop' });
      deadline = setTimeout(() => this.#kill(), STOP_WITHIN_MS);
    };
    child.on('message', onReport).once('exit', onExit).once('error', onError);
    signal.addEventListener('abort', onAbort, { once: true });
    try {
      child.ref();
      child.channel?.ref();
      const { prompt, options, before, attachments = [] } = request;
      const references = attachments.map(({ bytes }) => bytes);
      const rest = { ...(options && { options }), ...(before && { before }) };
      this.#send({ kind: 'make', request: { prompt, references, ...rest } });
      await over;
    } catch (error) {
      throw signal.aborted ? signal.reason : error;
    } finally {
      clearTimeout(hang);
      clearTimeout(deadline);
      signal.removeEventListener('abort', onAbort);
      child.off('message', onReport).off('exit', onExit).off('error', onError);
      this.#leaveAlone();
    }
    signal.throwIfAborted();
  }

  /** Ends the process, whatever it does. */
  async end(): Promise<void> {
    if (this.#isDead || this.#child.pid === undefined) return;
    const gone = once(this.#child, 'exit');
    this.#child.ref();
    this.#kill();
    await gone;
  }

  #send(message: ToDrawingProcess): void {
    // A process that has ended is noticed by its `exit` event.
    if (this.#child.connected) this.#child.send(message, () => undefined);
  }

  #kill(): void {
    this.#isDead = true;
    this.#child.kill('SIGKILL');
  }

  /** A process without work does not keep this one from ending. */
  #leaveAlone(): void {
    this.#child.unref();
    this.#child.channel?.unref();
  }
}

function causeOf(code: number | null, by: NodeJS.Signals | null): string {
  if (code === TOO_MUCH_MEMORY) return 'used too much memory';
  return code === null ? `was ended by ${by}` : `ended with code ${code}`;
}
