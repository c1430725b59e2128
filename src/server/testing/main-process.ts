import { type ChildProcess, spawn } from 'node:child_process';
import { EventEmitter, once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { removeTemporaryFolders } from './temporary-folder.ts';

const MAIN = fileURLToPath(new URL('../cli/main.ts', import.meta.url));

const processes: MainProcess[] = [];

/** Starts a gateway with the instant engine as a process of its own, on a free port. */
export function startMainProcess(environment: Readonly<Record<string, string>>): MainProcess {
  const main = new MainProcess({ ENGINE: 'instant', HOST: '127.0.0.1', PORT: '0', ...environment });
  processes.push(main);
  return main;
}

/** Kills every process that {@link startMainProcess} has started, and removes the folders of the spec. */
export async function stopMainProcesses(): Promise<void> {
  await Promise.all(processes.splice(0).map((main) => main.kill()));
  await removeTemporaryFolders();
}

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
    this.process.stdout?.on('data', (chunk: Buffer) => this.#update(() => (this.stdout += chunk.toString())));
    this.process.stderr?.on('data', (chunk: Buffer) => this.#update(() => (this.stderr += chunk.toString())));
    this.exited = new Promise((resolve) => this.process.on('close', (code) => this.#update(() => resolve(code))));
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

  /** Kills it as a crash would, and resolves once it has ended. */
  async kill(): Promise<void> {
    this.process.kill('SIGKILL');
    await this.exited;
  }

  #update(change: () => void): void {
    change();
    this.#emitter.emit('change');
  }
}
