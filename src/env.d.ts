declare namespace App {
  interface Locals {
    /** What the program says on the page; the layouts set it, and pages that render a text before they do. */
    words: import('./locales/words.ts').Words
    /** What the components of the texts print; a page sets it before it renders a text. */
    apparatus: {
      readonly charts: ReadonlyMap<string, import('./model/series.ts').Chart>
      readonly terms: ReadonlyMap<string, import('./model/series.ts').Term>
      readonly sources: ReadonlyMap<string, import('./model/series.ts').Source>
      /** What lies in the folder `recordings/` and is shown, by name. */
      readonly recordings: ReadonlyMap<string, import('./model/recordings.ts').RecordingFile>
      /** By the name under which the render pass hands on a document: `parts/part-1`. */
      readonly documents: ReadonlyMap<string, import('./model/series.ts').RenderedDocument>
    }
  }
}

/** The looks of the series (`src/integration/offer-theme.ts`). */
declare module 'pamphlet:theme.css'

/** The languages of the series, and the switch between them (`src/integration/offer-languages.ts`). */
declare module 'pamphlet:languages' {
  /** The original first; none where there is one. */
  export const languages: import('./model/languages.ts').OfferedLanguages
  /** Whether each translated part has a page on which it stands beside the original. */
  export const areBesideOriginal: boolean
}
declare module 'pamphlet:language-switch' {
  const LanguageSwitch: (props: { readonly series: import('./model/series.ts').Series; readonly page?: string | undefined }) => unknown
  export default LanguageSwitch
}

/** What is settled in the configuration and shows on pages (`src/integration/offer-settings.ts`). */
declare module 'pamphlet:settings' {
  /** Whether readers may keep the site on their devices. */
  export const isOfferedOffline: boolean
  /** Whether recordings are saved with the site; so where there are none. */
  export const areRecordingsKept: boolean
}
