import type { Element } from '../html.ts'
import type { Inline } from './tree.ts'

export type Picture = { readonly file: string; readonly alt: string; readonly w: number; readonly h: number; readonly full: boolean }

/** What is needed to read the text of a page into the book: its neighbours, its notes and its pictures. */
export type Reading = {
  readonly isInNote: boolean
  /** A text as the faces can show it. */
  readonly show: (text: string) => string
  /** The label of an element with an id that something leads to. */
  readonly labelOf: (element: Element) => string | undefined
  readonly placeOf: (href: string) => { readonly kind: 'in-book' | 'on-site'; readonly to: string } | { readonly kind: 'nowhere' }
  readonly note: (reference: Element) => Inline
  readonly picture: (element: Element) => Picture | undefined
}
