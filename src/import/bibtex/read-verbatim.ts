/** What stands for itself in TeX, such as addresses and DOIs, without the backslashes and braces that programs put there. */
export const readVerbatim = (written: string): string =>
  written
    .replace(/\\(?:url|href|nolinkurl|path)\s*\{([^{}]*)\}(?:\{[^{}]*\})?/gu, '$1')
    .replace(/\{?\\(?:textasciitilde|sim)\b(?:\{\})? ?\}?|\$\\sim\$|\{?\\~(?:\{\s*\})?\}?/gu, '~')
    .replace(/\{?\\textasciicircum\b(?:\{\})? ?\}?|\\\^(?:\{\s*\})?/gu, '^')
    .replace(
      /\{?\\text(?:less|greater|underscore|percent|backslash|bar)\b(?:\{\})? ?\}?/gu,
      (command) => verbatimSigns[/text(\w+)/u.exec(command)?.[1] ?? ''] ?? command,
    )
    .replace(/\$([<>_])\$/gu, '$1')
    .replace(/\{?\\([%_&#${}/\\-])(?:\{\})?\}?/gu, (whole, sign: string) =>
      sign === '{' || sign === '}'
        ? sign
        : whole.startsWith('{') && !whole.endsWith('}')
          ? `{${sign}`
          : !whole.startsWith('{') && whole.endsWith('}') && !whole.endsWith('{}')
            ? `${sign}}`
            : sign === '-'
              ? ''
              : sign,
    )
    .replace(/&(amp|lt|gt|quot);/gu, (_, name: string) => ({ amp: '&', lt: '<', gt: '>', quot: '"' })[name] ?? '')
    .replace(/\{([^{}]*)\}/gu, '$1')
    .replace(/\s*\n\s*/gu, '')
    .trim()

const verbatimSigns: Readonly<Record<string, string>> = {
  less: '<',
  greater: '>',
  underscore: '_',
  percent: '%',
  backslash: '\\',
  bar: '|',
}
