import { kept } from '../choices/kept.ts'
import { loadOpened } from '../opened.ts'

// Most readers have written nothing: what shows it comes only where there is something, behind the text.
if (Number(kept('annotated')) > 0)
  void Promise.all([import('./own-annotations.ts'), loadOpened()]).then(([{ showAnnotations }]) => showAnnotations())
