import { defineConfig } from '@playwright/test';
import normal from '../playwright.config.ts';

/** Takes the pictures of the README: `npm run screenshots`. */
export default defineConfig({ ...normal, testDir: '.', testMatch: '*.shots.ts', reporter: 'list' });
