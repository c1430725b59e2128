import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from '@playwright/test';
import { ensureBrowser } from '../setup/ensure-browser.mjs';
import { QUIET_FLAGS } from '../setup/browser.mjs';
import { PROJECT_NODE, projectEnvironment, TOOL } from '../setup/project.mjs';
import { SetupError } from '../setup/setup-error.mjs';
import { AppPage } from './app-page.mjs';
import { enginesOf } from './gateway-engines.mjs';

/**
 * Builds the application in its development configuration, whose bundles name the modules that they are made of.
 * @param {string} root the folder of the project
 * @param {string} folder where to
 * @returns {string} the folder to serve
 */
export function buildApp(root, folder) {
  const args = [TOOL.ng, 'build', '--configuration', 'development', '--output-path', folder];
  const { status, stdout, stderr } = spawnSync(PROJECT_NODE, args, {
    cwd: root,
    env: projectEnvironment(),
    encoding: 'utf8',
  });
  if (status !== 0) throw new SetupError(`The application could not be built:\n${stdout}${stderr}`);
  return join(folder, 'browser');
}

/**
 * Has the gateway serve the application, opens it in a browser, and measures there.
 * @param {{ root: string, appFolder: string, dataFolder: string }} folders
 * @param {(app: AppPage) => Promise<void>} use
 */
export async function withAppPage({ root, appFolder, dataFolder }, use) {
  const { createGateway, DataFolder } = await import(pathToFileURL(join(root, 'src/server/index.ts')).href);
  // No prompt comes to it: the page's socket is answered by its test.
  const engine = { info: { name: 'none', isModel: false }, close: async () => undefined };
  const storage = await DataFolder.open(dataFolder);
  const gateway = await createGateway({
    ...(await enginesOf(`${pathToFileURL(root).href}/`, engine)),
    storage,
    appFolder,
    logLevel: 'silent',
    reconnectJitterMs: 0,
  });
  const browser = await chromium.launch({ executablePath: await ensureBrowser(), args: QUIET_FLAGS });
  try {
    const context = await browser.newContext({
      locale: 'zh-CN',
      // What is routed would not be seen behind one.
      serviceWorkers: 'block',
      viewport: { width: 1280, height: 800 },
      // Its socket leads to another port.
      bypassCSP: true,
    });
    const app = await AppPage.open(context, { url: gateway.url, appFolder });
    try {
      await use(app);
    } finally {
      app.close();
    }
  } finally {
    await browser.close();
    await gateway.close();
  }
}
