import { type Diagnostic, diagnose } from '../../diagnostics/diagnostic.ts'
import type { Manuscript } from '../../manuscript/read-manuscript.ts'

/** Finds days of publication that have not come yet. @param today the latest day anywhere, ISO 8601 */
export function checkDays({ parts }: Manuscript, today: string): Diagnostic[] {
  return parts.flatMap(({ path, file: { published }, locate }) =>
    published > today ? [diagnose('day-to-come', path, locate(['published']), { field: 'published', day: published })] : [],
  )
}

/**
 * The day it is where it is latest (UTC+14): a day has come when it has begun anywhere, so that a build in one place
 * takes what was written in another. `SOURCE_DATE_EPOCH` (https://reproducible-builds.org/specs/source-date-epoch/)
 * counts where it is later than the clock; an earlier one takes back no day that has come.
 */
export function latestDay({ SOURCE_DATE_EPOCH }: Readonly<Record<string, string | undefined>>, now: number): string {
  const given = /^\d{1,11}$/u.test(SOURCE_DATE_EPOCH ?? '') ? Number(SOURCE_DATE_EPOCH) * 1000 : 0
  return new Date(Math.max(now, given) + 14 * 3_600_000).toISOString().slice(0, 10)
}
