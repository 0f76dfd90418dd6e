import type { ComponentName } from '../../model/kinds/vocabulary.ts'
import Aside from './Aside.astro'
import Audio from './Audio.astro'
import CalendarDate from './CalendarDate.astro'
import CaptionedTable from './CaptionedTable.astro'
import Certainty from './Certainty.astro'
import Chart from './Chart.astro'
import CitationCluster from './CitationCluster.astro'
import Epigraph from './Epigraph.astro'
import Figure from './Figure.astro'
import Footnote from './Footnote.astro'
import FootnoteRef from './FootnoteRef.astro'
import Foreign from './Foreign.astro'
import Formula from './Formula.astro'
import LineBreak from './LineBreak.astro'
import NoteEntries from './NoteEntries.astro'
import NoteEntry from './NoteEntry.astro'
import NoteList from './NoteList.astro'
import Nothing from './Nothing.astro'
import PartText from './PartText.astro'
import PullQuote from './PullQuote.astro'
import Quotation from './Quotation.astro'
import See from './See.astro'
import Source from './Source.astro'
import Table from './Table.astro'
import TaskMark from './TaskMark.astro'
import Term from './Term.astro'
import ThematicBreak from './ThematicBreak.astro'
import Verse from './Verse.astro'
import Video from './Video.astro'

/** The components of a text on its own page. See decision 3. */
export const textComponents = {
  Aside,
  Audio,
  CalendarDate,
  Certainty,
  Chart,
  CitationCluster,
  Epigraph,
  Figure,
  Foreign,
  Footnote,
  FootnoteRef,
  Formula,
  NoteList,
  PartText,
  PullQuote,
  Quotation,
  See,
  Source,
  Table: CaptionedTable,
  Term,
  Verse,
  Video,
  br: LineBreak,
  hr: ThematicBreak,
  input: TaskMark,
  table: Table,
} satisfies Record<Exclude<ComponentName, 'sup' | 'sub'>, unknown> & Record<string, unknown>

/** The same for the page of all notes: the text is left out, each note says where it belongs. */
export const noteComponents = { ...textComponents, PartText: Nothing, NoteList: NoteEntries, Footnote: NoteEntry }
