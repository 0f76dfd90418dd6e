import { defineConfig } from 'playwright/test'
import usual from './playwright.config.ts'

const args = (process.env.TRIAL_ARGS ?? '').split(' ').filter(Boolean)
export default defineConfig({
  ...usual,
  use: {
    ...usual.use,
    launchOptions: {
      args: [...(usual.use?.launchOptions?.args ?? []).filter((a) => (process.env.TRIAL_NOGPUFLAG ? a !== '--disable-gpu' : true)), ...args],
      executablePath: process.env.TRIAL_BROWSER ?? '/usr/bin/chromium',
    },
  },
})
