import { findBrowser } from './browser.mjs';
import { SetupError } from './setup-error.mjs';

/** A machine on which these files are there, and no other. */
function machine(platform, env, ...files) {
  return { platform, env, isFile: (path) => files.includes(path) };
}

describe('findBrowser', () => {
  it('takes CHROME_BIN before everything else', () => {
    const env = { CHROME_BIN: '/opt/own', PATH: '/usr/bin' };
    expect(findBrowser(machine('linux', env, '/opt/own', '/usr/bin/chromium'))).toBe('/opt/own');
  });

  it('refuses a CHROME_BIN that is not there, rather than taking another', () => {
    const env = { CHROME_BIN: '/opt/own', PATH: '/usr/bin' };
    expect(() => findBrowser(machine('linux', env, '/usr/bin/chromium'))).toThrowError(SetupError, /\/opt\/own/);
  });

  it('reads an empty CHROME_BIN as none', () => {
    expect(findBrowser(machine('linux', { CHROME_BIN: '', PATH: '/b' }, '/b/chromium'))).toBe('/b/chromium');
  });

  it('finds what is on the PATH of a Linux, Chrome before Chromium before Edge', () => {
    const env = { PATH: '/opt/bin:/usr/bin' };
    const all = ['/usr/bin/microsoft-edge', '/opt/bin/chromium', '/usr/bin/google-chrome'];
    expect(findBrowser(machine('linux', env, ...all))).toBe('/usr/bin/google-chrome');
    expect(findBrowser(machine('linux', env, ...all.slice(0, 2)))).toBe('/opt/bin/chromium');
    expect(findBrowser(machine('linux', env, ...all.slice(0, 1)))).toBe('/usr/bin/microsoft-edge');
  });

  it('finds what a Linux has without a PATH', () => {
    expect(findBrowser(machine('linux', {}, '/snap/bin/chromium'))).toBe('/snap/bin/chromium');
  });

  it('finds the apps of a Mac, for everybody and for one', () => {
    const edge = '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge';
    const own = '/Users/mi/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';
    expect(findBrowser(machine('darwin', { HOME: '/Users/mi' }, edge))).toBe(edge);
    expect(findBrowser(machine('darwin', { HOME: '/Users/mi' }, own))).toBe(own);
  });

  it('finds the programs of a Windows', () => {
    const edge = 'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe';
    const env = { ProgramFiles: 'C:\\Program Files', 'ProgramFiles(x86)': 'C:\\Program Files (x86)' };
    expect(findBrowser(machine('win32', env, edge))).toBe(edge);
  });

  it('says where there is none', () => {
    for (const platform of ['linux', 'darwin', 'win32']) {
      expect(findBrowser(machine(platform, { PATH: '/usr/bin' })))
        .withContext(platform)
        .toBeUndefined();
    }
  });
});
