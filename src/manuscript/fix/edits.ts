/** A stretch of a text, by its offsets, and what takes its place. */
export type Edit = { readonly from: number; readonly to: number; readonly text: string }

/** A text with its edits, of which no two touch the same stretch. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  let [made, at] = ['', 0]
  for (const edit of edits.toSorted((a, b) => a.from - b.from)) {
    if (edit.from < at) continue
    made += text.slice(at, edit.from) + edit.text
    at = edit.to
  }
  return made + text.slice(at)
}
