import usual from './playwright.config.ts'
export default { ...usual, projects: [{ name: 'closed', testMatch: 'hostile.spec.ts', workers: 1 }], webServer: [] }
