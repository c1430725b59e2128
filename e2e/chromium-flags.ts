import { QUIET_FLAGS } from '../tools/setup/browser.mjs';

/**
 * Features that cost the tests time or sense. Ours take the place of Playwright's, which are named again: the last of
 * two such flags is the one that counts.
 */
const DISABLED_FEATURES = [
  // Pages of the browser's own behind its address bar, two for each window that a test opens: a quarter of all time.
  'WebUIOmniboxPopup',
  'WebUIOmniboxAimPopup',
  'WebUIOmniboxFullPopup',
  // A process in stock for another page, which no test has.
  'SpareRendererForSitePerProcess',
  // Playwright's.
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsUpgrades',
  'HttpsFirstBalancedModeAutoEnable',
  'LensOverlay',
  'MediaRouter',
  'PaintHolding',
  'ThirdPartyStoragePartitioning',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'OptimizationHints',
  'NetworkTimeServiceQuerying',
  'AimEnabled',
  'PreconnectToSearch',
];

/** A host that is not this machine by its name, so that the application asks whether there is a network. */
export const OTHER_HOST = 'kitten.example';

/** What Chromium is started with. */
export const CHROMIUM_FLAGS = [
  ...QUIET_FLAGS,
  `--disable-features=${DISABLED_FEATURES.join(',')}`,
  `--host-resolver-rules=MAP ${OTHER_HOST} 127.0.0.1`,
];
