/** What in a style sheet would ask for another file: an address that is not in the picture itself, or a rule that may bring one. */
export function foreignInSheet(css: string): string | undefined {
  const plain = resolved(css)
  const rule = [...plain.matchAll(/@\s*([\w-]+)/gu)].map(([, name = '']) => name.toLowerCase()).find((name) => !harmlessRules.has(name))
  return rule ? `@${rule}` : foreignIn(plain)
}

/** The same for the value of a property or attribute. */
export const foreignInValue = (css: string): string | undefined => foreignIn(resolved(css))

function foreignIn(plain: string): string | undefined {
  for (const { 0: call, 1: name = '', index } of plain.matchAll(/(-?[a-z][\w-]*)\s*\(/giu)) {
    const kind = name.toLowerCase()
    if (namesFiles.test(kind)) return `${call}…)`
    if (kind !== 'url') continue
    const address = /^\s*(?:"([^"]*)"|'([^']*)'|([^)\s]*))/u.exec(plain.slice(index + call.length))
    if (!isInside(address?.[1] ?? address?.[2] ?? address?.[3] ?? '')) return `url(${(address?.[0] ?? '').slice(0, 60)})`
  }
  return /\b(?:expression\s*\(|behavior\s*:|-moz-binding\s*:|javascript\s*:)/iu.exec(plain)?.[0]
}

/** Whether an address names a place in the same picture, or a picture or face that it carries in itself. */
export const isInside = (address: string): boolean =>
  /^\s*#/u.test(address) ||
  /^\s*data:(?:image\/(?:png|jpe?g|gif|webp|avif)|(?:application\/(?:x-)?font-|font\/)[\w.-]+)[;,]/iu.test(address) ||
  address.trim() === ''

const harmlessRules: ReadonlySet<string> = new Set([
  'media',
  'supports',
  'font-face',
  'keyframes',
  '-webkit-keyframes',
  'charset',
  'layer',
  'container',
])

/** Functions that take an address as a mere string, or that lay one over another. */
const namesFiles = /^(?:src|image|(?:-webkit-)?image-set|(?:-webkit-)?cross-fade|element|paint)$/u

/** Without comments, and with the characters that escapes stand for (https://www.w3.org/TR/css-syntax-3/#consume-escaped-code-point). */
const resolved = (css: string) =>
  css
    .replace(/\/\*[\s\S]*?(?:\*\/|$)/gu, ' ')
    .replace(/\\(?:([0-9a-f]{1,6})[ \t\r\n\f]?|\r?\n|([\s\S]))/giu, (_, code: string | undefined, sign: string | undefined) => {
      if (code === undefined) return sign ?? ''
      const point = Number.parseInt(code, 16)
      return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : '\uFFFD'
    })
