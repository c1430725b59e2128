import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chown, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { findPrograms } from '../../../src/server/postgres/testing/embedded-programs.ts';
import { freePort } from './free-port.mjs';

/** PostgreSQL does not run as root. */
const NOBODY = 65_534;

/**
 * A PostgreSQL on loopback as a server has it: what is committed is on the disk.
 * @returns {Promise<import('./service.mjs').Service>}
 */
export async function startPostgres() {
  const { initdb, postgres } = await findPrograms();
  const folder = await mkdtemp(join(tmpdir(), 'kitten-bench-postgres-'));
  const user = process.getuid() === 0 ? { uid: NOBODY, gid: NOBODY } : {};
  if (user.uid !== undefined) await chown(folder, user.uid, user.gid);
  const data = join(folder, 'data');
  await promisify(execFile)(initdb, ['-D', data, '-U', 'postgres', '--auth=trust', '--encoding=UTF8', '--locale=C'], {
    cwd: folder,
    ...user,
  });
  const port = await freePort();
  const child = spawn(
    postgres,
    ['-D', data, '-p', String(port), '-h', '127.0.0.1', '-k', folder, '-c', 'max_connections=200'],
    { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'], ...user },
  );
  const ended = once(child, 'exit');
  await new Promise((resolve, reject) => {
    child.stderr.setEncoding('utf8').on('data', (text) => text.includes('ready to accept connections') && resolve());
    child.once('exit', (code) => reject(new Error(`PostgreSQL ended with ${code}`)));
  });
  const stop = async () => {
    child.kill('SIGINT');
    await ended;
    await rm(folder, { recursive: true, force: true });
  };
  const env = { DATABASE_URL: `postgres://postgres@127.0.0.1:${port}/postgres`, DATA_DIR: join(folder, 'media') };
  return { pid: child.pid, env, stop };
}
