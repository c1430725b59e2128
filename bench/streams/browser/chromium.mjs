import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CHROMIUM_FLAGS } from '../../../e2e/chromium-flags.ts';
import { findBrowser } from '../../../tools/setup/browser.mjs';
import { HAS_GROUPS, signalGroup } from '../../../tools/setup/process-group.mjs';
import { SetupError } from '../../../tools/setup/setup-error.mjs';
import { Cdp } from './cdp.mjs';
import { Page } from './page.mjs';

/** A page that nobody looks at is slowed down, unless these forbid it. */
const AWAKE_FLAGS = [
  '--disable-background-timer-throttling',
  '--disable-backgrounding-occluded-windows',
  '--disable-renderer-backgrounding',
];

const START_LIMIT_MS = 30_000;

/** The browser that the end-to-end tests drive, without a window. */
export class Chromium {
  #child;
  #profile;
  #cdp;
  #hasNetworkEvents;

  /**
   * @param {{ hasNetworkEvents?: boolean }} options
   *   whether each page reports its frames to the DevTools protocol, as it does under Playwright or an open network panel
   */
  static async start({ hasNetworkEvents = false } = {}) {
    const executable = findBrowser();
    if (executable === undefined) throw new SetupError('There is no Chromium here: CHROME_BIN can name one.');
    const profile = await mkdtemp(join(tmpdir(), 'ask-kitten-bench-'));
    const flags = ['--headless', '--remote-debugging-port=0', `--user-data-dir=${profile}`];
    const child = spawn(executable, [...CHROMIUM_FLAGS, ...AWAKE_FLAGS, ...flags, 'about:blank'], {
      stdio: ['ignore', 'ignore', 'pipe'],
      detached: HAS_GROUPS,
    });
    const kill = () => signalGroup(child, 'SIGKILL');
    process.once('exit', kill);
    child.once('exit', () => process.off('exit', kill));
    return new Chromium(child, profile, await Cdp.connect(await printedAddress(child)), hasNetworkEvents);
  }

  constructor(child, profile, cdp, hasNetworkEvents) {
    this.#child = child;
    this.#profile = profile;
    this.#cdp = cdp;
    this.#hasNetworkEvents = hasNetworkEvents;
  }

  /** Its name and version, as in `HeadlessChrome/140.0.0.0`. */
  async version() {
    const { product } = await this.#cdp.call('Browser.getVersion');
    return product;
  }

  /** A page in a context of its own: with a process, a storage and a cache that no other page has used. */
  async newPage() {
    const { browserContextId } = await this.#cdp.call('Target.createBrowserContext');
    const { targetId } = await this.#cdp.call('Target.createTarget', { url: 'about:blank', browserContextId });
    const { sessionId } = await this.#cdp.call('Target.attachToTarget', { targetId, flatten: true });
    if (this.#hasNetworkEvents) await this.#cdp.call('Network.enable', {}, sessionId);
    const close = () => this.#cdp.call('Target.disposeBrowserContext', { browserContextId });
    return new Page((method, params) => this.#cdp.call(method, params, sessionId), close);
  }

  async close() {
    const ended = once(this.#child, 'exit');
    await this.#cdp.call('Browser.close');
    await ended;
    this.#cdp.close();
    await rm(this.#profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** The address that it listens at, which it prints. */
async function printedAddress(child) {
  let printed = '';
  const limit = setTimeout(() => signalGroup(child, 'SIGKILL'), START_LIMIT_MS);
  try {
    for await (const text of child.stderr.setEncoding('utf8').iterator({ destroyOnReturn: false })) {
      printed += text;
      const [, address] = /DevTools listening on (ws:\S+)/.exec(printed) ?? [];
      if (address !== undefined) return address;
    }
  } finally {
    clearTimeout(limit);
    // Read on: what it prints later must not fill the pipe.
    child.stderr.resume();
  }
  throw new SetupError(`The browser did not start.\n${printed}`);
}
