/** A sheet with its margins, in millimetres. */
export type Paper = {
  readonly name: 'a4' | 'a5'
  readonly width: number
  readonly height: number
  readonly side: number
  readonly top: number
  readonly bottom: number
}

export const papers: Readonly<Record<Paper['name'], Paper>> = {
  a4: { name: 'a4', width: 210, height: 297, side: 36, top: 28, bottom: 30 },
  a5: { name: 'a5', width: 148, height: 210, side: 19, top: 18, bottom: 19 },
}

/** The width of the text. */
export const measureOf = ({ width, side }: Paper): number => width - 2 * side

/** The size of a drawing on paper: as wide as the text or a little wider, and never taller than a page. */
export function sizeOnPaper(paper: Paper, width: number, height: number, isFull: boolean): { readonly w: number; readonly h: number } {
  const most = isFull ? measureOf(paper) + Math.min(30, paper.side) : measureOf(paper)
  const tallest = paper.height - paper.top - paper.bottom - (isFull ? 12 : 60)
  const inMillimetres = width * 0.2646
  const w = Math.min(isFull ? most : Math.min(inMillimetres, most), (tallest * width) / height)
  return { w: round(w), h: round((w * height) / width) }
}

const round = (value: number) => Math.round(value * 100) / 100
