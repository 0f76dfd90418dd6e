import type { EntryFields } from './entry-fields.ts'

/** Titles with their subtitles; of a volume, the title of the whole and that of the volume. */
export function takeTitles(work: EntryFields): void {
  const joined = (title: string, sub: string) => {
    const [main, below] = [work.text(title), work.text(sub)]
    return main && below ? `${main}${/[.:?!]$/u.test(main) ? '' : ':'} ${below}` : (main ?? below)
  }
  const set = (variable: string, value: string | undefined, ...fields: string[]) => {
    if (value === undefined || value === '' || work.item[variable] !== undefined) return
    work.item[variable] = value
    for (const field of fields) if (work.byName.has(field)) work.set(field, variable)
  }
  // Only books have volumes with titles; of anything else the main title is that of what it is a part of.
  const isWhole = ['book', 'collection', 'classic', 'thesis', 'report', 'periodical', 'manuscript', 'document'].includes(
    String(work.item.type),
  )
  if (work.byName.has('maintitle') && isWhole) {
    set('title', joined('maintitle', 'mainsubtitle'), 'maintitle', 'mainsubtitle')
    set('volume-title', joined('title', 'subtitle'), 'title', 'subtitle')
  } else {
    set('title', joined('title', 'subtitle'), 'title', 'subtitle')
    if (work.byName.has('maintitle') && work.byName.has('booktitle')) {
      set('container-title', joined('maintitle', 'mainsubtitle'), 'maintitle', 'mainsubtitle')
      set('volume-title', joined('booktitle', 'booksubtitle'), 'booktitle', 'booksubtitle')
    } else set('container-title', joined('maintitle', 'mainsubtitle'), 'maintitle', 'mainsubtitle')
  }
  // MathSciNet has the name in full beside that in short.
  if (work.byName.has('fjournal')) {
    set('container-title', work.text('fjournal'), 'fjournal')
    set('container-title-short', work.text('journal'), 'journal')
  }
  const withJournal = joined('journaltitle', 'journalsubtitle') ?? joined('journal', 'journalsubtitle')
  set('container-title', withJournal, 'journaltitle', 'journal', 'journalsubtitle')
  set('container-title', joined('booktitle', 'booksubtitle'), 'booktitle', 'booksubtitle')
  // Some programs have the title of a book as that of its part, or none but the one of the whole.
  if (work.item.title === undefined && work.item['container-title'] !== undefined && isWhole && work.byName.has('booktitle')) {
    work.item.title = work.item['container-title']
    delete work.item['container-title']
    work.sets.set('booktitle', new Set(['title']))
    work.remark('booktitle', 'booktitle: taken as the title, for there is no other')
  }
  // Of proceedings some have the title twice, once for what is a part of them.
  if (isWhole && work.item.title !== undefined && work.item.title === work.item['container-title'] && work.byName.has('booktitle')) {
    delete work.item['container-title']
    work.sets.set('booktitle', new Set(['title']))
  }
  const addon = work.text('titleaddon')
  if (!addon) return
  // What has no title, such as a photograph, is described.
  if (work.item.title === undefined) work.remark('titleaddon', 'titleaddon: taken as the title, for there is no other')
  work.item.title = work.item.title === undefined ? addon : `${work.item.title}. ${addon}`
  work.set('titleaddon', 'title')
}
