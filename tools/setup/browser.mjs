import { statSync } from 'node:fs';
import { posix, win32 } from 'node:path';
import { SetupError } from './setup-error.mjs';

const LINUX_NAMES = [
  'google-chrome-stable',
  'google-chrome',
  'chromium',
  'chromium-browser',
  'microsoft-edge-stable',
  'microsoft-edge',
];
const MAC_APPS = ['Google Chrome', 'Chromium', 'Microsoft Edge'];
const WINDOWS_PATHS = [
  'Google\\Chrome\\Application\\chrome.exe',
  'Chromium\\Application\\chrome.exe',
  'Microsoft\\Edge\\Application\\msedge.exe',
];

/** Flags for every browser that tests start: it reaches for no network. */
export const QUIET_FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * Where a browser that the tests can drive usually is, the likeliest first.
 * @param {NodeJS.Platform} platform
 * @param {NodeJS.ProcessEnv} env
 * @returns {string[]}
 */
function usualPlaces(platform, env) {
  switch (platform) {
    case 'win32':
      return [env.ProgramFiles, env['ProgramFiles(x86)'], env.LOCALAPPDATA]
        .filter(Boolean)
        .flatMap((folder) => WINDOWS_PATHS.map((path) => win32.join(folder, path)));
    case 'darwin':
      return ['/Applications', posix.join(env.HOME ?? '/', 'Applications')].flatMap((folder) =>
        MAC_APPS.map((app) => `${folder}/${app}.app/Contents/MacOS/${app}`),
      );
    default: {
      const folders = [...(env.PATH ?? '').split(':').filter(Boolean), '/usr/bin', '/snap/bin'];
      return LINUX_NAMES.flatMap((name) => folders.map((folder) => posix.join(folder, name)));
    }
  }
}

/**
 * The browser that the tests drive: `CHROME_BIN`, or the first in the usual places; undefined where there is none.
 * @param {{ platform?: NodeJS.Platform, env?: NodeJS.ProcessEnv, isFile?: (path: string) => boolean }} machine
 * @returns {string | undefined}
 * @throws {SetupError} where `CHROME_BIN` names no file
 */
export function findBrowser({ platform = process.platform, env = process.env, isFile = isFileOnDisk } = {}) {
  const named = env.CHROME_BIN;
  if (!named) return usualPlaces(platform, env).find(isFile);
  if (!isFile(named)) throw new SetupError(`CHROME_BIN is ${named}, where there is no browser.`);
  return named;
}

function isFileOnDisk(path) {
  return statSync(path, { throwIfNoEntry: false })?.isFile() === true;
}
