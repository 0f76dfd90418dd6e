/**
 * The content of the document at an address of this site. The browser makes the document, without scripts: the policy
 * forbids to make markup of a text (decision 42). Fails where there is none.
 */
export function loadMarkup(address: URL): Promise<DocumentFragment> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('GET', address)
    request.responseType = 'document'
    request.onload = () => {
      const { status, responseXML } = request
      if (status === 200 && responseXML) resolve(harmless(responseXML))
      else reject(status)
    }
    request.onerror = reject
    request.send()
  })
}

/**
 * What could run, load or send something has no place in a preview; the build puts nothing of the kind there. Taken out
 * before it comes into the page.
 */
function harmless({ body }: Document): DocumentFragment {
  for (const element of body.querySelectorAll('script, style, link, meta, iframe, object, embed, form')) element.remove()
  for (const element of body.querySelectorAll('*'))
    for (const name of element.getAttributeNames()) if (name.startsWith('on')) element.removeAttribute(name)
  for (const link of body.querySelectorAll('a')) if (!/^(?:https?|mailto):/u.test(link.href)) link.removeAttribute('href')
  const content = document.createDocumentFragment()
  for (const node of body.childNodes) content.append(document.importNode(node, true))
  return content
}
