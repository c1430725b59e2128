import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import WebSocket from 'ws';
import { ensureBuilt } from '../setup/build.mjs';
import { makeRelease } from './make-release.mjs';

/** The oldest Node that a release promises to run on. */
const OLDEST_NODE = '22.13.0';
const MOST_MIB = 120;
const MIB = 1024 * 1024;
const MINUTE_MS = 60_000;

describe('the release', () => {
  let folder;
  let gateway;

  beforeAll(async () => {
    await ensureBuilt();
    const tarball = await makeRelease();
    folder = await mkdtemp(join(tmpdir(), 'kitten-release-'));
    await writeFile(join(folder, 'package.json'), '{}');
    await finished('npm', ['install', '--no-audit', '--no-fund', tarball]);
  }, 10 * MINUTE_MS);

  afterAll(async () => {
    gateway?.kill('SIGKILL');
    await rm(folder, { recursive: true, force: true });
  });

  it(`takes at most ${MOST_MIB} MiB`, async () => {
    const bytes = await sizeOf(join(folder, 'node_modules'));
    console.log(`installed: ${Math.round(bytes / MIB)} MiB`);
    expect(bytes).toBeLessThanOrEqual(MOST_MIB * MIB);
  });

  it(
    `draws a clip on Node ${OLDEST_NODE}, and serves the app`,
    async () => {
      const node = await mkdtemp(join(folder, 'node-'));
      await writeFile(join(node, 'package.json'), JSON.stringify({ allowScripts: { node: true } }));
      await finished('npm', ['install', '--no-audit', '--no-fund', `node@${OLDEST_NODE}`], node);
      const startedAt = performance.now();
      const address = await start(join(node, 'node_modules', 'node', 'bin', 'node'));
      console.log(`from the start to the address: ${Math.round(performance.now() - startedAt)} ms`);
      expect(await (await fetch(address)).text()).toContain('<kitten-root>');
      expect((await fetch(`${address}/readyz`)).status).toBe(200);
      expect(await endOf(address, '一只橘猫')).toBe('completed');
    },
    5 * MINUTE_MS,
  );

  async function start(node) {
    const env = { ...process.env, NODE_OPTIONS: '', PORT: '0', DATA_DIR: join(folder, 'data') };
    gateway = spawn(node, [join(folder, 'node_modules', '.bin', 'ask-kitten')], { cwd: folder, env });
    let printed = '';
    gateway.stderr.on('data', (chunk) => (printed += chunk));
    return new Promise((resolve, reject) => {
      gateway.stdout.on('data', (chunk) => {
        printed += chunk;
        const address = /open (http:\S+)\n/.exec(printed)?.[1];
        if (address !== undefined) resolve(address);
      });
      gateway.on('close', () => reject(new Error(`ended early: ${printed}`)));
    });
  }

  async function finished(command, args, cwd = folder) {
    const child = spawn(command, args, { cwd, stdio: ['ignore', 'ignore', 'inherit'] });
    const code = await new Promise((resolve) => child.on('close', resolve));
    if (code !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${code}`);
  }
});

/** How a job for a prompt ends. */
function endOf(address, content) {
  const socket = new WebSocket(`${address.replace('http', 'ws')}/api/ws/video-generation?code=${randomUUID()}`);
  socket.on('open', () => socket.send(JSON.stringify({ type: 'text', id: randomUUID(), content })));
  return new Promise((resolve, reject) => {
    socket.on('error', reject);
    socket.on('message', (data) => {
      for (const { type, event, code } of [JSON.parse(data)].flat()) {
        if (type === 'error') resolve(code);
        if (event === 'completed') resolve(event);
      }
    });
  });
}

async function sizeOf(folder) {
  const names = await readdir(folder, { recursive: true });
  const sizes = await Promise.all(names.map(async (name) => (await stat(join(folder, name))).size));
  return sizes.reduce((sum, size) => sum + size, 0);
}
