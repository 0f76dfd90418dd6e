/** What `book.typ` sets: the text of the pages as data, of which nothing is evaluated. Labels are `/part-1/#p-x`. */
export type Inline =
  | string
  | { readonly k: 'em' | 'strong' | 'sup' | 'sub' | 'code' | 'plain' | 'small-caps' | 'strike'; readonly c: readonly Inline[] }
  /** Words in another language: ISO 639, and whether they are written as that language is, so that it may hyphenate them. */
  | { readonly k: 'lang'; readonly l: string; readonly h: boolean; readonly c: readonly Inline[] }
  | { readonly k: 'link'; readonly to: string; readonly c: readonly Inline[] }
  | { readonly k: 'url'; readonly to: string; readonly c: readonly Inline[] }
  /** A reference to a note: `body` where the note is set here, otherwise it is set where it is first referred to. */
  | { readonly k: 'note'; readonly id: string; readonly ref?: string; readonly n: string; readonly body?: readonly Block[] }
  | { readonly k: 'anchor'; readonly id: string }
  | { readonly k: 'math'; readonly block: boolean; readonly alt: string; readonly c: MathNode }
  | { readonly k: 'break' }
  | { readonly k: 'picture'; readonly file: string; readonly alt: string; readonly w: number; readonly h: number }

type Placed = { readonly id?: string; readonly n?: string }

/** A formula by what stands in it: letters, signs, and what is built of them. */
export type MathNode =
  /** A letter in italics, a number or sign as it is, or words. */
  | { readonly m: 'i' | 'o' | 'n' | 't'; readonly v: string }
  | { readonly m: 'row'; readonly c: readonly MathNode[] }
  | { readonly m: 'frac'; readonly a: MathNode; readonly b: MathNode; readonly bar: boolean }
  | { readonly m: 'root'; readonly a: MathNode; readonly i?: MathNode }
  /** With something above and below: as scripts behind it, or over and under it. */
  | { readonly m: 'with'; readonly a: MathNode; readonly t?: MathNode; readonly b?: MathNode; readonly limits: boolean }
  | { readonly m: 'line'; readonly a: MathNode; readonly over: boolean }
  | { readonly m: 'grid'; readonly rows: readonly (readonly MathNode[])[] }
  /** In em. */
  | { readonly m: 'space'; readonly w: number }

/** `head`, `label` and `native`, a name in its own language under a head, stay with what follows. */
export type ParagraphKind = 'description' | 'small' | 'entry' | 'address' | 'head' | 'label' | 'native'

export type Block =
  | (Placed & { readonly k: 'p'; readonly c: readonly Inline[]; readonly of?: ParagraphKind })
  | {
      readonly k: 'h'
      readonly l: number
      readonly id?: string
      readonly c: readonly Inline[]
      readonly title: string
      /** Whether it stands in the contents; it does unless this says no. */
      readonly listed?: boolean
    }
  | {
      readonly k: 'list'
      readonly o: boolean
      readonly start: number
      readonly bare: boolean
      /** What it lists stands on one line, as the signs of a key do. */
      readonly run?: boolean
      readonly items: readonly (Placed & { readonly c: readonly Block[] })[]
    }
  | (Placed & {
      readonly k: 'quote'
      readonly c: readonly Block[]
      readonly by: readonly Block[]
      readonly epigraph: boolean
      readonly short: boolean
    })
  /** Lines by stanzas, each moved in by so many steps. */
  | (Placed & { readonly k: 'verse'; readonly c: readonly (readonly { readonly i: number; readonly c: readonly Inline[] }[])[] })
  | (Placed & { readonly k: 'aside'; readonly c: readonly Block[] })
  /** A formula by itself. */
  | (Placed & { readonly k: 'formula'; readonly c: readonly Inline[] })
  /** Words that stand in the text as well: to look at. */
  | { readonly k: 'pull'; readonly c: readonly Inline[] }
  /** Its drawing fits itself into what room its page has, but in a note, whose own height decides that room. */
  | (Placed & { readonly k: 'figure'; readonly fits: boolean; readonly c: readonly Block[] })
  | { readonly k: 'drawing'; readonly file: string; readonly alt: string; readonly w: number; readonly h: number; readonly full: boolean }
  | (Placed & {
      readonly k: 'table'
      readonly caption: readonly Inline[]
      readonly columns: number
      readonly repeat: boolean
      readonly head: readonly Row[]
      readonly rows: readonly Row[]
    })
  | {
      readonly k: 'facts'
      readonly sticky?: boolean
      readonly c: readonly { readonly dt: readonly Inline[]; readonly dd: readonly (readonly Block[])[] }[]
    }
  | { readonly k: 'pre'; readonly v: string }
  | { readonly k: 'rule' }

export type Row = readonly {
  readonly c: readonly Block[]
  readonly cs: number
  readonly rs: number
  readonly th: boolean
  readonly whole: boolean
}[]
