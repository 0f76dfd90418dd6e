import { type Diagnostic, diagnose } from '../../diagnostics/diagnostic.ts'
import { suggest } from '../../diagnostics/suggest.ts'
import { type Manuscript, seriesPath } from '../../manuscript/read-manuscript.ts'
import { themeOf } from '../looks/theme.ts'

/** Whether text is legible in the colours of the series, and its pictures are there. */
export function checkTheme({ series, pictures }: Manuscript): Diagnostic[] {
  const theme = series?.file.theme
  if (!series || !theme) return []
  const low = themeOf(theme).low.map(({ field, colour, against, ratio, scheme, nearest }) =>
    diagnose('contrast-low', seriesPath, series.locate(['theme', ...field]), {
      colour,
      against,
      // Rounded down: what is shown as 4.5 is enough.
      ratio: String(Math.floor(ratio * 10) / 10),
      scheme,
      ...(nearest && { nearest }),
    }),
  )
  const missing = (['picture', 'logo', 'favicon'] as const).flatMap((field) => {
    const image = theme[field]
    if (image === undefined || pictures.includes(image)) return []
    const nearest = suggest(image, pictures)
    return [diagnose('image-missing', seriesPath, series.locate(['theme', field]), { image, ...(nearest && { nearest }) })]
  })
  return [...low, ...missing]
}
