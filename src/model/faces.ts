/** The faces that a page is shown in once all of them are there, as CSS names fonts (`src/styles/fonts.css`). */
export const faces = ['1em Vollkorn', 'italic 1em Vollkorn', '900 1em "Sofia Sans Extra Condensed"'] as const
