/** Lengths and sizes of files, as `Intl` writes them after a number. */
export const metres = { style: 'unit', unit: 'meter' } as const
export const kilometres = { style: 'unit', unit: 'kilometer' } as const
export const kilobytes = { style: 'unit', unit: 'kilobyte', maximumFractionDigits: 0 } as const
export const megabytes = { style: 'unit', unit: 'megabyte', minimumFractionDigits: 1, maximumFractionDigits: 1 } as const
