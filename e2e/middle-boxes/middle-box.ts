import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { type AddressInfo, connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';

import { type Certificate, selfSigned } from './certificate.ts';
import { PATH } from './programs.ts';

/** How long one may take to listen, in milliseconds: on a busy machine. */
const START_LIMIT_MS = 60_000;
const POLL_INTERVAL_MS = 50;

/** What a configuration is made of. */
export interface MiddleBoxPlace {
  /** For what it writes. */
  readonly folder: string;
  readonly port: number;
  readonly gatewayPort: number;
  readonly certificate: Certificate;
}

/** A program that can stand between browsers and a gateway. */
export interface MiddleBoxKind {
  readonly program: string;
  /** How browsers speak to it. Default `https`. */
  readonly scheme?: 'http' | 'https';
  readonly configuration: (place: MiddleBoxPlace) => Promise<string>;
  /** The arguments by which it stays in the foreground. */
  readonly args: (configFile: string, folder: string) => readonly string[];
}

/** A middle box that runs as a process of the test's on a port of its own. */
export class MiddleBox {
  readonly url: string;
  /** What it writes is in here. */
  readonly folder: string;
  readonly #child: ChildProcess;

  private constructor(url: string, folder: string, child: ChildProcess) {
    this.url = url;
    this.folder = folder;
    this.#child = child;
  }

  static async start(kind: MiddleBoxKind, gatewayPort: number): Promise<MiddleBox> {
    const folder = await mkdtemp(join(tmpdir(), 'ask-kitten-box-'));
    const port = await freePort();
    const certificate = await selfSigned(folder);
    const configFile = join(folder, 'box.conf');
    await writeFile(configFile, await kind.configuration({ folder, port, gatewayPort, certificate }));
    const child = spawn(kind.program, kind.args(configFile, folder), {
      // Caddy keeps its configuration in the user's folder.
      env: { ...process.env, PATH, XDG_CONFIG_HOME: folder },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    const kill = (): void => void child.kill('SIGKILL');
    // A test that is ended from outside runs no teardown, but its process does end.
    process.once('exit', kill);
    child.once('exit', () => process.off('exit', kill));
    const box = new MiddleBox(`${kind.scheme ?? 'https'}://127.0.0.1:${port}`, folder, child);
    try {
      await listening(port, child);
    } catch (error) {
      await box.stop();
      throw error;
    }
    return box;
  }

  /** Has it read its configuration again, as `reload` does. */
  reload(): void {
    this.#child.kill('SIGHUP');
  }

  async stop(): Promise<void> {
    if (this.#child.exitCode === null && this.#child.signalCode === null) {
      const ended = once(this.#child, 'exit');
      this.#child.kill('SIGTERM');
      await ended;
    }
    await rm(this.folder, { recursive: true, force: true });
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

/** Resolves once something listens on a port. Rejects where the process ends before that, or takes too long. */
async function listening(port: number, child: ChildProcess): Promise<void> {
  const deadline = performance.now() + START_LIMIT_MS;
  while (performance.now() < deadline) {
    if (child.exitCode !== null) throw new Error(`it ended with ${child.exitCode} before it listened`);
    if (await answers(port)) return;
    await setTimeout(POLL_INTERVAL_MS);
  }
  throw new Error(`it did not listen within ${START_LIMIT_MS} ms`);
}

/** Whether somebody takes connections there. */
async function answers(port: number): Promise<boolean> {
  const socket = connect(port, '127.0.0.1');
  try {
    await once(socket, 'connect');
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}
