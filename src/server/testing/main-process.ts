import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { untilFound } from '../../testing/index.ts';
import { removeTemporaryFolders } from '../../engines/testing/temporary-folder.ts';

const MAIN = fileURLToPath(new URL('../cli/main.ts', import.meta.url));

const processes: MainProcess[] = [];

/** Starts a gateway with the instant engine as a process of its own, on a free port. */
export function startMainProcess(
  environment: Readonly<Record<string, string>>,
  ...args: readonly string[]
): MainProcess {
  const main = new MainProcess({ ENGINE: 'instant', HOST: '127.0.0.1', PORT: '0', ...environment }, args);
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

  constructor(environment: Readonly<Record<string, string>>, args: readonly string[]) {
    const env = { ...process.env, LOG_LEVEL: '', ...environment };
    // By the channel, which closes with this process, it notices that nobody needs it any more.
    this.process = spawn(process.execPath, [MAIN, ...args], { env, stdio: ['ignore', 'pipe', 'pipe', 'ipc'] });
    this.process.stdout?.on('data', (chunk: Buffer) => (this.stdout += chunk.toString()));
    this.process.stderr?.on('data', (chunk: Buffer) => (this.stderr += chunk.toString()));
    this.exited = new Promise((resolve) => this.process.on('close', resolve));
  }

  /** The address that it prints. Rejects when it ends without one. */
  address(): Promise<string> {
    return untilFound(() => {
      const address = /open (http:\S+)\n/.exec(this.stdout)?.[1];
      if (address === undefined && this.process.exitCode !== null) throw new Error(`ended early: ${this.stderr}`);
      return address;
    }, 'the address that the gateway prints');
  }

  /** Kills it as a crash would, and resolves once it has ended. */
  async kill(): Promise<void> {
    this.process.kill('SIGKILL');
    await this.exited;
  }
}
