/** The address of a DOI: what cannot stand in an address, such as the angle brackets of old ones, is percent-encoded. */
export const addressOfDoi = (doi: string): string => `https://doi.org/${encodeURI(doi).replace(/[?#]/gu, encodeURIComponent)}`
