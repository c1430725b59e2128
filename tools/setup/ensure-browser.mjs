import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { findBrowser } from './browser.mjs';
import { SetupError } from './setup-error.mjs';
import { runStep } from './run-step.mjs';

const WHAT_HELPS = 'No browser found for the tests: install Chrome, Chromium or Edge, or set CHROME_BIN to one.';

/**
 * The browser that the tests drive. Where none is found, Debian's Chromium is installed, if this user may do that.
 * @returns {Promise<string>}
 * @throws {SetupError} where none is found and none can be installed
 */
export async function ensureBrowser() {
  const found = findBrowser();
  if (found !== undefined) return found;
  const asRoot = waysToRoot();
  if (asRoot === undefined) throw new SetupError(WHAT_HELPS);
  console.log("No browser found: installing Debian's chromium …");
  await apt(asRoot, ['update', '-q']);
  await apt(asRoot, ['install', '-q', '-y', '--no-install-recommends', 'chromium']);
  const installed = findBrowser();
  if (installed === undefined) throw new SetupError(WHAT_HELPS);
  return installed;
}

/** What goes before a command to run it as root on a Debian; undefined where that can't be, or would ask. */
function waysToRoot() {
  if (!existsSync('/etc/debian_version') || !existsSync('/usr/bin/apt-get')) return undefined;
  if (process.getuid?.() === 0) return [];
  const { status } = spawnSync('sudo', ['-n', 'true'], { stdio: 'ignore' });
  return status === 0 ? ['sudo', '-n'] : undefined;
}

/** Whatever it comes to: what counts is whether there is a browser then. */
async function apt(asRoot, args) {
  const [command, ...rest] = [...asRoot, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', ...args];
  await runStep(command, rest);
}
