import { type Diagnostic, diagnose } from '../../diagnostics/diagnostic.ts'
import { suggest } from '../../diagnostics/suggest.ts'
import { type Manuscript, seriesPath } from '../../manuscript/read-manuscript.ts'
import { menuPages } from '../../model/menu.ts'

/** Whether every page that “menu” and “footer” name is there: one of the program, a part, or a page of the writer’s own. */
export function checkMenus({ series, ids, pages, drafts }: Manuscript): Diagnostic[] {
  if (!series) return []
  const known = [...Object.keys(menuPages), ...pages.map(({ id }) => id), ...ids.parts]
  return (['menu', 'footer'] as const).flatMap((menu) =>
    (series.file[menu] ?? []).flatMap((entry, i) => {
      if (typeof entry !== 'string' || known.includes(entry) || drafts.includes(entry)) return []
      const nearest = suggest(entry, known)
      return [
        diagnose('menu-unknown', seriesPath, series.locate([menu, i]), {
          menu,
          page: entry,
          known: known.slice(0, 24).join(', '),
          ...(nearest && { nearest }),
        }),
      ]
    }),
  )
}
