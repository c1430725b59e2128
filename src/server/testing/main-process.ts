import { type ChildProcess, spawn } from 'node:child_process';
import { EventEmitter, once } from 'node:events';
import { fileURLToPath } from 'node:url';

const MAIN = fileURLToPath(new URL('../cli/main.ts', import.meta.url));

/** The gateway as a process of its own. */
export class MainProcess {
  readonly process: ChildProcess;
  /** Fulfils with the exit code; null where a signal killed it. */
  readonly exited: Promise<number | null>;
  /** What it has printed. */
  stdout = '';
  stderr = '';
  readonly #emitter = new EventEmitter();

  constructor(environment: Readonly<Record<string, string>>) {
    this.process = spawn(process.execPath, [MAIN], { env: { ...process.env, LOG_LEVEL: '', ...environment } });
    this.process.stdout?.on('data', (chunk: Buffer) => this.#note(() => (this.stdout += chunk.toString())));
    this.process.stderr?.on('data', (chunk: Buffer) => this.#note(() => (this.stderr += chunk.toString())));
    this.exited = new Promise((resolve) => this.process.on('close', (code) => this.#note(() => resolve(code))));
  }

  /** The address that it prints. Rejects when it ends without one. */
  async address(): Promise<string> {
    for (;;) {
      const address = /open (http:\S+)\n/.exec(this.stdout)?.[1];
      if (address !== undefined) return address;
      if (this.process.exitCode !== null) throw new Error(`ended early: ${this.stderr}`);
      await once(this.#emitter, 'change');
    }
  }

  #note(change: () => void): void {
    change();
    this.#emitter.emit('change');
  }
}
