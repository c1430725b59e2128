import chromeLauncher from 'karma-chrome-launcher';
import jasmine from 'karma-jasmine';

import { TEST_SCOPE } from './src/testing/test-scope.ts';
import { startGateway } from './tools/karma-gateway.mjs';
import { SPEC_TIME_LIMIT_MS } from './tools/run/spec-time-limit.mjs';
import { findBrowser, QUIET_FLAGS } from './tools/setup/browser.mjs';
import { tally } from './tools/tally/karma.mjs';

// The language of the application's first users, whatever the machine speaks.
const CHROME_FLAGS = [...QUIET_FLAGS, '--accept-lang=zh-CN'];

export default async (config) => {
  const browser = findBrowser();
  // Where the launcher looks for it.
  if (browser !== undefined) process.env.CHROME_BIN = browser;
  config.set({
    frameworks: ['jasmine'],
    plugins: [jasmine, chromeLauncher, tally],
    client: {
      // Where the real gateway is: the contract suite runs in the browser before it too.
      gateway: await startGateway(),
      testScope: TEST_SCOPE,
      jasmine: { random: true, failSpecWithNoExpectations: true, timeoutInterval: SPEC_TIME_LIMIT_MS },
      clearContext: false,
    },
    // A spec may be silent for as long as it may take.
    browserNoActivityTimeout: 2 * SPEC_TIME_LIMIT_MS,
    captureTimeout: 2 * SPEC_TIME_LIMIT_MS,
    // And the page may stand still for as long: on a busy machine Karma's own five seconds of its socket are too short,
    // and what a browser says after them is lost with the whole run.
    pingTimeout: 2 * SPEC_TIME_LIMIT_MS,
    browserDisconnectTimeout: 2 * SPEC_TIME_LIMIT_MS,
    reporters: ['dots', 'tally'],
    browsers: ['Chrome'],
    customLaunchers: { Chrome: { base: 'ChromeHeadless', flags: CHROME_FLAGS } },
    restartOnFileChange: true,
  });
};
