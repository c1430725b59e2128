import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from './free-port.mjs';

/**
 * The `redis-server` of this machine on loopback, with its log of what was written, flushed each second, as it comes.
 * @returns {Promise<import('./service.mjs').Service>}
 */
export async function startRedis() {
  const folder = await mkdtemp(join(tmpdir(), 'kitten-bench-redis-'));
  const port = await freePort();
  const options = { port, bind: '127.0.0.1', dir: folder, appendonly: 'yes', appendfsync: 'everysec', save: '' };
  const args = Object.entries(options).flatMap(([name, value]) => [`--${name}`, String(value)]);
  const child = spawn('redis-server', args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = once(child, 'exit');
  await new Promise((resolve, reject) => {
    child.stdout.setEncoding('utf8').on('data', (text) => text.includes('Ready to accept connections') && resolve());
    child.once('error', () => reject(new Error('redis-server is not installed')));
    child.once('exit', (code) => reject(new Error(`redis-server ended with ${code}`)));
  });
  const stop = async () => {
    child.kill();
    await ended;
    await rm(folder, { recursive: true, force: true });
  };
  return { pid: child.pid, env: { REDIS_URL: `redis://127.0.0.1:${port}` }, stop };
}
