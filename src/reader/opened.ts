/** The styles of what is opened by a press, whose address the page holds; there before it is shown, or shown without. */
export function openedStyles(): Promise<void> {
  return new Promise((resolve) => {
    const holder = document.querySelector<HTMLElement>('opened-styles')
    const { href } = holder?.dataset ?? {}
    // Where all is in one file, they are too.
    if (!holder || !href || holder.querySelector('link')?.sheet) return resolve()
    // Of scripts that are bundled apart the first asks for all.
    const link = holder.querySelector('link') ?? document.createElement('link')
    link.addEventListener('load', () => resolve())
    link.addEventListener('error', () => {
      link.remove()
      resolve()
    })
    if (link.isConnected) return
    link.rel = 'stylesheet'
    link.href = href
    holder.append(link)
  })
}
