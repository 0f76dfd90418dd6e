import type subsetFont from 'subset-font'

/** Cuts a font down, as `subset-font` does, which is loaded with the first: most builds find all faces kept. */
export const cutFace = async (...given: Parameters<typeof subsetFont>): Promise<Buffer> => (await import('subset-font')).default(...given)
