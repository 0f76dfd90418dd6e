import { defineConfig } from 'playwright/test'
import usual, { phone } from './playwright.config.ts'

/** Tests that take too long for every day, and those of one window again in another. */
export default defineConfig({
  ...usual,
  projects: [
    { name: 'long', testMatch: '**/*.long.ts' },
    { ...phone, testMatch: ['reading/{evidence,print,sources}.spec.ts', 'search/search{,-comfort,-together}.spec.ts'] },
  ],
})
