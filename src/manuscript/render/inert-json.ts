/**
 * A value as JSON without two underscores or at-signs side by side. Vite and Astro look in finished chunks, and Astro in
 * the values of its content store, for marks that they have put there themselves (`__VITE_ASSET__x__`, `__ASTRO_IMAGE_x`,
 * `"@@ASTRO-LINKS@@"`), and put the names of files or files in their place; a text may have the same letters.
 */
export const inertJson = (value: unknown): string => JSON.stringify(value).replaceAll('__', '_\\u005f').replaceAll('@@', '@\\u0040')
