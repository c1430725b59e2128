import { fileURLToPath } from 'node:url';
import { defineConfig } from '@playwright/test';

import { findBrowser } from '../tools/setup/browser.mjs';

/** Headless, with nothing that would reach for a network. */
const CHROMIUM_FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // A host that is not this machine by its name, so that the application asks whether there is a network.
  '--host-resolver-rules=MAP kitten.example 127.0.0.1',
];

/** The machine's own: nothing is downloaded for the tests. */
const executablePath = findBrowser();

export default defineConfig({
  testDir: '.',
  globalSetup: fileURLToPath(new URL('global-setup.ts', import.meta.url)),
  outputDir: '../test-results',
  forbidOnly: process.env['CI'] !== undefined,
  fullyParallel: true,
  workers: 2,
  retries: 0,
  // Long enough for a machine that is busy with something else: nothing here measures speed by it.
  timeout: 120_000,
  expect: { timeout: 20_000 },
  // One picture for each width: they are written with a font that comes with the project, on every machine.
  snapshotPathTemplate: '{testFileDir}/baselines/{arg}-{projectName}{ext}',
  reporter: [['list'], ['../tools/tally/playwright.mjs']],
  use: {
    locale: 'zh-CN',
    // What is routed by a test would not be seen behind one; the specs of the worker itself allow it.
    serviceWorkers: 'block',
    trace: 'retain-on-failure',
    launchOptions: { args: CHROMIUM_FLAGS, ...(executablePath !== undefined && { executablePath }) },
  },
  projects: [
    { name: 'desktop', use: { browserName: 'chromium', viewport: { width: 1280, height: 800 } } },
    // What a person does with the chat is tried on a phone as well.
    {
      name: 'phone',
      testMatch: 'features/**/*.spec.ts',
      use: { browserName: 'chromium', viewport: { width: 390, height: 844 }, hasTouch: true },
    },
  ],
});
