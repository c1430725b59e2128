import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from '@playwright/test';

import { PROJECT_NODE, projectEnvironment, TOOL } from '../../tools/setup/project.mjs';
import type { Rendering } from './render-pages.ts';

const run = promisify(execFile);
const APP = fileURLToPath(new URL('app', import.meta.url));
const PROGRAM = fileURLToPath(new URL('render-pages.ts', import.meta.url));
const BUILT = fileURLToPath(new URL('../../dist/e2e/rendered', import.meta.url));
const NG = fileURLToPath(new URL(`../../${TOOL.ng}`, import.meta.url));

/** The two user codes of a page, which the test remembers, and some: less than any part of a backend that would stay. */
const MAX_GROWTH_OF_A_PAGE = 640;

test.describe('an application with the stream layer, rendered by @angular/ssr', { tag: ['@long', '@desktop'] }, () => {
  // In one worker: each worker that took one of these tests would build into the same folder, under the others' feet.
  test.describe.configure({ mode: 'default' });

  let rendering: Rendering;

  test.beforeAll(async () => {
    const { outputDir } = test.info();
    test.setTimeout(300_000);
    await run(PROJECT_NODE, [NG, 'build', '--progress=false'], { cwd: APP, env: projectEnvironment() });
    const result = `${outputDir}-rendering.json`;
    const storage = ['--experimental-webstorage', `--localstorage-file=${outputDir}-storage`];
    const args = [...storage, '--expose-gc', PROGRAM, `${BUILT}/server/server.mjs`, '1000', result];
    await run(PROJECT_NODE, args, { env: projectEnvironment() });
    rendering = JSON.parse(await readFile(result, 'utf8')) as Rendering;
  });

  test('opens no socket and no channel, holds no lock, asks for nothing and stores nothing', () => {
    expect(rendering.html).toContain('<p id="status">disconnected</p>');
    expect(rendering.used).toEqual({});
    expect(rendering.locks).toBe(0);
  });

  test('gives no two visitors one user code', () => {
    expect(rendering.codes).toBe(2 * rendering.pages);
  });

  test('leaves nothing behind and does not grow', () => {
    expect(rendering.leftBehind).toEqual([]);
    expect(rendering.growth).toBeLessThan((rendering.pages / 2) * MAX_GROWTH_OF_A_PAGE);
  });

  test('is hydrated: the page connects once for each backend, under a code of its own', async ({ page }) => {
    const faults: string[] = [];
    page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
    page.on('pageerror', (error) => faults.push(String(error)));
    const sockets: URL[] = [];
    await page.routeWebSocket(/./, (socket) => void sockets.push(new URL(socket.url())));
    await page.route('http://localhost/**', async (route) => {
      const { pathname } = new URL(route.request().url());
      if (pathname === '/') await route.fulfill({ contentType: 'text/html', body: rendering.html });
      else await route.fulfill({ path: `${BUILT}/browser${pathname}` });
    });
    await page.goto('http://localhost/');
    await expect(page.locator('#status')).toHaveText('connected');
    await expect.poll(() => sockets.length).toBe(2);
    const codes = sockets.map(({ searchParams }) => searchParams.get('code') ?? '').toSorted();
    const shown = (): Promise<readonly string[]> => page.locator('#code, #orders').allInnerTexts();
    await expect.poll(async () => (await shown()).toSorted()).toEqual(codes);
    for (const code of codes) expect(rendering.html).not.toContain(code);
    expect(faults).toEqual([]);
  });
});
