type Environment = Readonly<Record<string, string | undefined>>

/**
 * The day it is where it is latest (UTC+14): a day has come when it has begun anywhere, so that a build in one place
 * takes what was written in another. `SOURCE_DATE_EPOCH` (https://reproducible-builds.org/specs/source-date-epoch/)
 * counts where it is later than the clock; an earlier one takes back no day that has come.
 */
export const latestDay = (environment: Environment, now: number): string =>
  new Date(Math.max(now, momentGiven(environment) ?? 0) + 14 * 3_600_000).toISOString().slice(0, 10)

/** The day of a build, for what has no day of its own yet: that of `SOURCE_DATE_EPOCH`, else the one on this computer’s clock. */
export function dayOfBuild(environment: Environment, now: number): string {
  const given = momentGiven(environment)
  return given === undefined ? new Date(now).toLocaleDateString('sv') : new Date(given).toISOString().slice(0, 10)
}

function momentGiven({ SOURCE_DATE_EPOCH }: Environment): number | undefined {
  return /^\d{1,11}$/u.test(SOURCE_DATE_EPOCH ?? '') ? Number(SOURCE_DATE_EPOCH) * 1000 : undefined
}
