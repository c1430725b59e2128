import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { GatewayProcess } from '../../../e2e/fixtures/gateway-process.ts';
import { PROJECT } from '../../../tools/setup/project.mjs';
import { LoadServer } from '../server/load-server.mjs';

const BUILT_APP = join(PROJECT, 'dist', 'ask-kitten', 'browser');
const WINDOW = { width: 1_280, height: 800, deviceScaleFactor: 1, mobile: false };

/**
 * Opens the built application, served by the real gateway with a `config.json` that points to a load server, which is
 * a basic one; has it measured, and closes everything.
 * @template Result
 * @param {import('../browser/chromium.mjs').Chromium} browser
 * @param {(chat: { page: import('../browser/page.mjs').Page, server: LoadServer }) => Promise<Result>} measure
 */
export async function withChat(browser, measure) {
  const folder = await mkdtemp(join(tmpdir(), 'ask-kitten-bench-chat-'));
  const appFolder = join(folder, 'app');
  const server = await LoadServer.start({ protocol: 'plain', folder: appFolder });
  const gateway = new GatewayProcess({ ENGINE: 'instant', DATA_DIR: join(folder, 'data'), APP_DIR: appFolder });
  const page = await browser.newPage();
  try {
    await cp(BUILT_APP, appFolder, { recursive: true });
    const baseUrl = `${server.url.replace('http', 'ws')}/`;
    await writeFile(join(appFolder, 'config.json'), JSON.stringify({ baseUrl }));
    await gateway.start();
    await page.call('Emulation.setDeviceMetricsOverride', WINDOW);
    await page.open(gateway.url);
    await server.untilClient();
    return await measure({ page, server });
  } finally {
    await page.close();
    await gateway.kill();
    await server.close();
    await rm(folder, { recursive: true, force: true });
  }
}
