/** The pages that are the writer’s own by name and address; the front page and “About” are the program’s, with the writer’s words. */
export const ownPages = <P extends { readonly slug: string }>(pages: readonly P[]): P[] =>
  pages.filter(({ slug }) => slug !== 'home' && slug !== 'about')
