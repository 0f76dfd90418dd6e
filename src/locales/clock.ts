import type { TimeOfDay } from '../model/dates/clock.ts'
import type { Words } from './words.ts'

/** A time of day in words, as the language writes it: “about 03:30”, “21:00–01:00”. */
export function sayTime({ from, to, isAbout }: Pick<TimeOfDay, 'from' | 'to' | 'isAbout'>, words: Words): string {
  const at = (time: string) => sayClock(time, words)
  return `${isAbout ? `${words.say('dates.about')} ` : ''}${at(from)}${to === undefined ? '' : `–${at(to)}`}`
}

/** @param time `HH:MM` */
export const sayClock = (time: string, { locale }: Words): string =>
  new Date(`2000-01-01T${time}:00Z`).toLocaleTimeString(locale, { hour: 'numeric', minute: '2-digit', timeZone: 'UTC' })
