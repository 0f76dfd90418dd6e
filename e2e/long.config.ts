import { defineConfig } from 'playwright/test'
import usual from './playwright.config.ts'

/** Tests that take too long for every day. */
export default defineConfig({ ...usual, projects: [{ name: 'long', testMatch: '**/*.long.ts' }], webServer: [] })
