import { fileURLToPath } from 'node:url';
import { defineConfig } from '@playwright/test';

import { byScope } from '../src/testing/test-scope.ts';
import { findBrowser } from '../tools/setup/browser.mjs';
import { CHROMIUM_FLAGS } from './chromium-flags.ts';

/** The machine's own: nothing is downloaded for the tests. */
const executablePath = findBrowser();

/** What tests say of themselves by their tags; the README says when to use which. */
const ONLY_WIDE = /@desktop/;
const ONLY_NARROW = /@phone/;
const DIFFERS_WHERE_NARROW = /@both-widths|@phone/;
const LONG = /@long/;

const WIDE = { browserName: 'chromium', viewport: { width: 1280, height: 800 } } as const;

export default defineConfig({
  testDir: '.',
  globalSetup: fileURLToPath(new URL('global-setup.ts', import.meta.url)),
  outputDir: '../test-results',
  forbidOnly: process.env['CI'] !== undefined,
  fullyParallel: true,
  // On two cores: while a page waits for its gateway, or the other way round, a third has something to do. The long soak
  // is the exception: it has something to do all the time.
  workers: byScope({ quick: 3, all: 2 }),
  retries: 0,
  // Long enough for a machine that is busy with something else: nothing here measures speed by it.
  timeout: 120_000,
  expect: { timeout: 20_000, toPass: { timeout: 60_000 } },
  // One picture for each width: they are written with a font that comes with the project, on every machine.
  snapshotPathTemplate: '{testFileDir}/baselines/{arg}-{projectName}{ext}',
  reporter: [['list'], ['../tools/tally/playwright.mjs']],
  use: {
    locale: 'zh-CN',
    // What is routed by a test would not be seen behind one; the specs of the worker itself allow it.
    serviceWorkers: 'block',
    // What moves by itself costs the machine more than what is tested; the specs of motion itself ask for it.
    contextOptions: { reducedMotion: 'reduce' },
    // A film of every test would cost a fifth of the time, kept or not; what the page was at each step is in the trace.
    trace: { mode: 'retain-on-failure', screenshots: false },
    launchOptions: { args: CHROMIUM_FLAGS, ...(executablePath !== undefined && { executablePath }) },
  },
  projects: [
    // The first: it takes a quarter of an hour, and would keep everybody waiting at the end.
    ...byScope({ quick: [], all: [{ name: 'soak', testMatch: '**/*.soak.ts', use: WIDE }] }),
    {
      name: 'desktop',
      grepInvert: byScope({ quick: [ONLY_NARROW, LONG], all: [ONLY_NARROW] }),
      use: WIDE,
    },
    {
      name: 'phone',
      testMatch: 'features/**/*.spec.ts',
      // Has windows of its own sizes: once is enough.
      testIgnore: 'features/small-screen.spec.ts',
      grep: byScope({ quick: DIFFERS_WHERE_NARROW, all: /./ }),
      grepInvert: byScope({ quick: [ONLY_WIDE, LONG], all: [ONLY_WIDE] }),
      use: { browserName: 'chromium', viewport: { width: 390, height: 844 }, hasTouch: true },
    },
  ],
});
