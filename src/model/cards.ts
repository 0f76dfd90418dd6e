/** Markup as data: a text, or an element’s name, its attributes and what is in it. For pages that may make no markup of a text. */
export type Markup = string | readonly [name: string, attributes: Readonly<Record<string, string>>, content: readonly Markup[]]

/**
 * Under which address the preview of an entry lies that has no page of its own: `/places/smolny/` for `/places/#smolny`,
 * `/timeline/event-bloody-sunday/` for `/timeline/#event-bloody-sunday`. Nothing where a link leads to no such entry.
 *
 * @param path of the page that the link leads to, from the root of the site: `/places/`
 * @param fragment with its `#`, or empty
 */
export function entryAt(path: string, fragment: string): string | undefined {
  const id = fragment.slice(1)
  if (!/^[a-z0-9-]+$/u.test(id)) return undefined
  if (path === '/places/' || (/^\/(?:timeline|hours)\/$/u.test(path) && id.startsWith('event-'))) return `${path}${id}/`
  // By the hour stands again what is at home on the timeline.
  return path === '/hours/' && id.startsWith('hour-') ? `/timeline/event-${id.slice('hour-'.length)}/` : undefined
}
