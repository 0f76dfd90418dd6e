/** Copies a text; where the browser has no clipboard for pages (over http, from a file), in the way of old. @returns whether it did */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return copyBySelection(text)
  }
}

/** Copies what an element shows: with its italics for programs that take them, as a text for the others. @returns whether it did */
export async function copyFormatted(element: HTMLElement): Promise<boolean> {
  const text = element.textContent ?? ''
  try {
    const forms = { 'text/html': withoutClasses(element), 'text/plain': text }
    await navigator.clipboard.write([
      new ClipboardItem(Object.fromEntries(Object.entries(forms).map(([type, form]) => [type, new Blob([form], { type })]))),
    ])
    return true
  } catch {
    return copyText(text)
  }
}

/** The content of an element as HTML that needs no style sheet of ours. */
function withoutClasses(element: HTMLElement): string {
  const copy = element.cloneNode(true) as HTMLElement
  for (const words of copy.querySelectorAll<HTMLElement>('.small-caps')) {
    words.style.fontVariant = 'small-caps'
    words.removeAttribute('class')
  }
  return copy.innerHTML
}

function copyBySelection(text: string): boolean {
  const { activeElement } = document
  const area = document.createElement('textarea')
  area.className = 'copied'
  area.value = text
  document.body.append(area)
  area.select()
  const isCopied = document.execCommand('copy')
  area.remove()
  if (activeElement instanceof HTMLElement) activeElement.focus({ preventScroll: true })
  return isCopied
}
