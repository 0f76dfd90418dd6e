import type { Page } from 'playwright/test'
import type { Site } from '../support/sites.ts'

/** Visits pages one after the other: what they ask of another host, cannot get or complain about. */
export async function offencesOn(page: Page, site: Site, paths: readonly string[]): Promise<string[]> {
  const offences: string[] = []
  let path = ''
  page.on('request', (request) => new URL(request.url()).origin === site.address || offences.push(`${path} asks ${request.url()}`))
  // The next page breaks off what this one is still getting.
  page.on(
    'requestfailed',
    (request) => request.failure()?.errorText === 'net::ERR_ABORTED' || offences.push(`${path} fails to get ${request.url()}`),
  )
  page.on('response', (response) => response.status() < 400 || offences.push(`${path} gets ${response.status()} from ${response.url()}`))
  page.on('console', (message) => ['error', 'warning'].includes(message.type()) && offences.push(`${path} complains: ${message.text()}`))
  page.on('pageerror', (error) => offences.push(`${path} breaks: ${error.message}`))
  for (path of paths) await page.goto(site.address + path)
  await page.waitForLoadState('networkidle')
  return offences
}
