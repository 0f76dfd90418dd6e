/** What is made of the finished site besides the site itself; `editions:` in series.yaml chooses. */
export const editionNames = ['folder', 'single-file', 'epub', 'pdf', 'text'] as const

export type EditionName = (typeof editionNames)[number]

/** What a command may call them besides: the site itself, which is always made, and the name of the folder’s file. */
export const askedNames = { web: [], zip: ['folder'], all: editionNames } as const satisfies Record<string, readonly EditionName[]>
