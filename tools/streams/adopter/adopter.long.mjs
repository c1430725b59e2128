import { chromium } from '@playwright/test';
import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startGateway } from '../../karma-gateway.mjs';
import { findBrowser, QUIET_FLAGS } from '../../setup/browser.mjs';
import { PROJECT, PROJECT_NODE, projectEnvironment } from '../../setup/project.mjs';
import { packStreams } from '../pack.mjs';
import { createApplication } from './application.mjs';
import { runInFolder } from './run-in-folder.mjs';

const MINUTE_MS = 60_000;
const ADOPTER = join(PROJECT, 'tools', 'streams', 'adopter');

describe('the package of the stream layer', () => {
  let folder;
  let tarball;
  let gateway;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'ask-kitten-adopter-'));
    tarball = await packStreams();
    gateway = await startGateway();
  }, 5 * MINUTE_MS);

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  describe('in a new Angular application', () => {
    let app;

    beforeAll(async () => {
      app = await createApplication(folder, tarball);
    }, 8 * MINUTE_MS);

    it(
      'is put in place by ng add, and builds for production',
      async () => {
        expect(readFileSync(join(app, 'src', 'app', 'app.config.ts'), 'utf8')).toContain('provideWebSocket(');
        expect(await runInFolder(app, 'ng', ['build'], { timeLimitMs: 4 * MINUTE_MS })).not.toContain('WARNING');
      },
      4 * MINUTE_MS,
    );

    it(
      'is faked in specs under Karma',
      async () => {
        const env = { CHROME_BIN: findBrowser() };
        const output = await runInFolder(app, 'ng', ['run', 'shop:karma'], { timeLimitMs: 4 * MINUTE_MS, env });
        expect(output).toContain('2 SUCCESS');
      },
      4 * MINUTE_MS,
    );

    it(
      'is faked in specs under Vitest',
      async () => {
        const output = await runInFolder(app, 'ng', ['test', '--watch=false'], { timeLimitMs: 4 * MINUTE_MS });
        expect(output).toMatch(/Tests\s+2 passed/);
      },
      4 * MINUTE_MS,
    );

    it(
      'connects in the browser after it has been rendered on a server',
      async () => {
        const config = join(app, 'dist', 'shop', 'browser', 'config.json');
        writeFileSync(config, JSON.stringify({ baseUrl: `${gateway}/api/ws/video-generation` }));
        await withServer(app, async (address) => {
          const html = await (await fetch(address)).text();
          expect(html).toMatch(/id="status"[^>]*>disconnected</);
          const clip = await withPage(address, async (page) => {
            await page.locator('#status', { hasText: /^connected$/ }).waitFor();
            await page.getByRole('button', { name: 'draw' }).click();
            return page.locator('video').first().getAttribute('src');
          });
          expect(clip).toContain('/media/');
        });
      },
      2 * MINUTE_MS,
    );

    it(
      'leaves nothing behind when it is rendered on a server 4,500 times',
      async () => {
        const flags = ['--expose-gc', '--experimental-webstorage', `--localstorage-file=${join(folder, 'storage')}`];
        const output = await runInFolder(app, 'node', [...flags, 'render.mjs'], { timeLimitMs: 4 * MINUTE_MS });
        const { bytesPerRender, differentCodes, ...left } = JSON.parse(output.trimEnd().split('\n').at(-1));
        expect(left).toEqual({ status: 'disconnected', sockets: 0, locks: 0, stored: 0 });
        expect(differentCodes).toBe(4_000);
        expect(bytesPerRender).toBeLessThan(1_000);
      },
      4 * MINUTE_MS,
    );
  });

  it(
    'serves a bot on Node.js 20, without Angular',
    async () => {
      const bot = join(folder, 'bot');
      mkdirSync(bot);
      cpSync(join(ADOPTER, 'bot'), bot, { recursive: true });
      const manifest = { private: true, type: 'module', allowScripts: { node: true } };
      writeFileSync(join(bot, 'package.json'), JSON.stringify(manifest));
      // As for a program that has no Angular: its peers are not for /protocol.
      const install = ['install', '--legacy-peer-deps', '--no-audit', '--no-fund'];
      await runInFolder(bot, 'npm', [...install, tarball, 'node@20', 'ws@8'], { timeLimitMs: 3 * MINUTE_MS });
      const output = await runInFolder(bot, join(bot, 'node_modules', 'node', 'bin', 'node'), ['bot.mjs', gateway]);
      expect(output.match(/^ok/gm)?.length).withContext(output).toBe(5);
    },
    4 * MINUTE_MS,
  );

  it(
    'is not needed: a Python client speaks to the gateway by PROTOCOL.md alone',
    async () => {
      const output = await runInFolder(ADOPTER, 'python3', ['python/client.py', gateway]);
      expect(output.match(/^ok/gm)?.length).withContext(output).toBe(12);
    },
    MINUTE_MS,
  );
});

/** Serves what was built, as the application's own server does. */
async function withServer(app, use) {
  const port = await freePort();
  const server = spawn(PROJECT_NODE, ['dist/shop/server/server.mjs'], {
    cwd: app,
    env: projectEnvironment({ PORT: String(port), NO_COLOR: '1' }),
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    await listening(server);
    await use(`http://127.0.0.1:${port}/`);
  } finally {
    server.kill('SIGKILL');
  }
}

/** The server that `ng new` writes says which port it was given, not which it got. */
async function freePort() {
  const server = createServer();
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}

function listening(server) {
  return new Promise((resolve, reject) => {
    server.stdout.on('data', (chunk) => {
      if (String(chunk).includes('listening')) resolve();
    });
    server.once('exit', (code) => reject(new Error(`the server of the application ended with ${code}`)));
  });
}

async function withPage(address, use) {
  const browser = await chromium.launch({ executablePath: findBrowser(), args: [...QUIET_FLAGS] });
  try {
    const page = await browser.newPage();
    const faults = [];
    page.on('pageerror', (error) => faults.push(error.message));
    await page.goto(address);
    const result = await use(page);
    expect(faults).toEqual([]);
    return result;
  } finally {
    await browser.close();
  }
}
