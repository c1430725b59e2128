import { defineConfig } from '@playwright/test';

import everyRun from '../playwright.config.ts';

/** The long soak, which `npm run soak` runs. */
export default defineConfig(everyRun, { testDir: '.', testMatch: '*.soak.ts', reporter: 'list' });
