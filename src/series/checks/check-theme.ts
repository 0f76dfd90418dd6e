import { type Diagnostic, diagnose } from '../../diagnostics/diagnostic.ts'
import { suggest } from '../../diagnostics/suggest.ts'
import { type Manuscript, seriesPath } from '../../manuscript/read-manuscript.ts'
import { type FaceMistake, ownFacesOf } from '../looks/own-faces.ts'
import { themeOf } from '../looks/theme.ts'

/** Whether text is legible in the colours of the series, and its pictures and faces are there. */
export function checkTheme({ series, pictures, faces }: Manuscript): Diagnostic[] {
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
  const mistaken = ownFacesOf(theme.faces, faces).mistakes.map((mistake) =>
    tellFace(mistake, series.locate(['theme', 'faces', ...mistake.field])),
  )
  return [...low, ...missing, ...mistaken]
}

function tellFace(mistake: FaceMistake, span: Diagnostic['span']): Diagnostic {
  switch (mistake.kind) {
    case 'package-missing':
      return diagnose('face-missing', seriesPath, span, { face: mistake.name, isPackage: true })
    case 'file-missing': {
      const nearest = suggest(mistake.file, mistake.others)
      return diagnose('face-missing', seriesPath, span, { face: mistake.file, isPackage: false, ...(nearest && { nearest }) })
    }
    case 'broken':
      return diagnose('face-broken', seriesPath, span, { face: mistake.file, reason: mistake.reason })
    case 'incomplete':
      return diagnose('face-incomplete', seriesPath, span, { family: mistake.family, lacks: mistake.lacks, isPackage: mistake.isPackage })
  }
}
