import { defineConfig } from 'playwright/test'
import usual, { desktop, phone, tablet } from './playwright.config.ts'

/** Tests that take too long for every day, and those of one window again in the others. */
export default defineConfig({
  ...usual,
  projects: [
    { name: 'long', testMatch: '**/*.long.ts' },
    { ...desktop, name: 'desktop, seldom', grep: /@long/u, grepInvert: /@touch|@narrow/u, use: { ...desktop.use, contextOptions: {} } },
    { ...phone, testMatch: ['reading/{evidence,print,sources}.spec.ts', 'search/search{,-comfort,-together}.spec.ts'] },
    { ...phone, name: 'phone, once more', grep: /@once/u, grepInvert: /@pointer/u, testMatch: '{access,cards,reading}/*.spec.ts' },
    {
      ...tablet,
      name: 'tablet, once more',
      grep: /./u,
      grepInvert: /@pointer|@narrow|@between/u,
      testMatch: '{cards/card*,reading/shifts}.spec.ts',
    },
  ],
})
