import { type ChildProcess, spawn } from 'node:child_process';
import { chown, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { findPrograms, type Programs } from './embedded-programs.ts';

const PASSWORD = 'kitten';
const START_LIMIT_MS = 60_000;
/** PostgreSQL refuses to run as root: as this user, then, whom every system has. */
const NOBODY = 65_534;

/**
 * A PostgreSQL server on loopback for tests, in a folder of its own, which goes with it. Nothing of it is flushed to the disk:
 * it outlives `kill -9` of its processes, and no power cut.
 */
export class EmbeddedServer {
  readonly port: number;
  readonly #programs: Programs;
  readonly #folder: string;
  #process: ChildProcess | undefined;

  private constructor(programs: Programs, folder: string, port: number) {
    this.#programs = programs;
    this.#folder = folder;
    this.port = port;
  }

  /** Rejects with a line for people where there is no PostgreSQL for this machine, or it can't be started. */
  static async start(): Promise<EmbeddedServer> {
    const programs = await findPrograms();
    const folder = await mkdtemp(join(tmpdir(), 'ask-kitten-postgres-'));
    const server = new EmbeddedServer(programs, folder, await freePort());
    try {
      await server.#initialise();
      await server.run();
      return server;
    } catch (error) {
      await server.remove();
      throw error;
    }
  }

  /** Where a database of it is. */
  url(database = 'postgres'): string {
    return `postgres://postgres:${PASSWORD}@127.0.0.1:${this.port}/${database}`;
  }

  /** Starts it, where it was stopped; resolves once it answers. */
  async run(): Promise<void> {
    const flags = ['fsync=off', 'full_page_writes=off', 'max_connections=200', 'deadlock_timeout=50ms'];
    const child = spawn(
      this.#programs.postgres,
      [
        ...['-D', this.#data, '-p', String(this.port), '-h', '127.0.0.1', '-k', this.#folder],
        ...flags.flatMap((flag) => ['-c', flag]),
      ],
      { stdio: ['ignore', 'ignore', 'pipe'], cwd: this.#folder, ...asNobody() },
    );
    this.#process = child;
    const stop = (): void => void child.kill('SIGQUIT');
    // Before the runner of specs, which cuts off what comes after it.
    process.prependOnceListener('exit', stop);
    child.once('exit', () => process.off('exit', stop));
    await new Promise<void>((resolve, reject) => {
      let said = '';
      child.stderr.setEncoding('utf8').on('data', (text: string) => {
        said = (said + text).slice(-2_000);
        if (text.includes('ready to accept connections')) resolve();
      });
      child.once('error', reject);
      child.once('exit', () => reject(new Error(`PostgreSQL did not start: ${said}`)));
      setTimeout(() => reject(new Error(`PostgreSQL took too long to start: ${said}`)), START_LIMIT_MS).unref();
    });
  }

  /** Stops it. `fast` ends every connection and shuts down in order, `kill` is a crash. What is stored stays. */
  async stop(manner: 'fast' | 'kill' = 'fast'): Promise<void> {
    const child = this.#process;
    this.#process = undefined;
    if (child?.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise((resolve) => child.once('exit', resolve));
    // As SIGKILL would, SIGQUIT has the next start recover; it takes the server's other processes along.
    child.kill(manner === 'fast' ? 'SIGINT' : 'SIGQUIT');
    await ended;
  }

  /** Stops it and removes all that it stored. */
  async remove(): Promise<void> {
    await this.stop();
    await rm(this.#folder, { recursive: true, force: true });
  }

  get #data(): string {
    return join(this.#folder, 'data');
  }

  async #initialise(): Promise<void> {
    const { uid, gid } = asNobody();
    if (uid !== undefined && gid !== undefined) await chown(this.#folder, uid, gid);
    const passwordFile = join(this.#folder, 'password');
    await writeFile(passwordFile, PASSWORD);
    const child = spawn(
      this.#programs.initdb,
      [
        ...['-D', this.#data, '-U', 'postgres', '--auth=scram-sha-256', `--pwfile=${passwordFile}`],
        ...['--encoding=UTF8', '--locale=C', '--no-sync', '--no-instructions'],
      ],
      { stdio: ['ignore', 'ignore', 'pipe'], cwd: this.#folder, ...asNobody() },
    );
    let said = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text));
    const code = await new Promise((resolve, reject) => child.once('close', resolve).once('error', reject));
    if (code !== 0) throw new Error(`PostgreSQL could not be set up: ${said}`);
  }
}

function asNobody(): { uid?: number; gid?: number } {
  return process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {};
}

/** A port that nobody listens at. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no free port');
  return address.port;
}
