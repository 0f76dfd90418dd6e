/** Whether a place of a text stands on the page of a part. */
export const isPlaceIn = ({ href }: { readonly href: string }, part: { readonly href: string }): boolean => href.startsWith(part.href)
