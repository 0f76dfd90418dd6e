/** The address of a page or file of the site, by its path from the root, under the address where the site is published. */
export const siteUrl = (href: string, site: URL): string => new URL(href.replace(/^\//u, ''), site).href
