import { type ParagraphChild, XmlComponent } from 'docx'

/** An element of WordprocessingML that the library has no class for. */
class WordElement extends XmlComponent {
  constructor(name: string, attributes: Readonly<Record<string, string>>, children: readonly (XmlComponent | string)[] = []) {
    super(name)
    this.root.push({ _attr: attributes } as unknown as XmlComponent, ...children)
  }
}

const fieldMark = (kind: 'begin' | 'separate' | 'end') =>
  new WordElement('w:r', {}, [new WordElement('w:fldChar', { 'w:fldCharType': kind })])

/** A field with its code and what it shows (ECMA-376, part 1, 17.16). */
export const fieldRuns = (code: string, shown: readonly ParagraphChild[]): ParagraphChild[] =>
  [
    fieldMark('begin'),
    new WordElement('w:r', {}, [new WordElement('w:instrText', { 'xml:space': 'preserve' }, [` ${code} `])]),
    fieldMark('separate'),
    ...shown,
    fieldMark('end'),
  ] as unknown as ParagraphChild[]
