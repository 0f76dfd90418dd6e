import { copyFormatted } from './clipboard.ts'

/** `<copy-citations>`: puts a button beside each citation inside it (`data-citation`, its name) that copies it, italics included. */
class CopyCitations extends HTMLElement {
  connectedCallback() {
    for (const citation of this.querySelectorAll<HTMLElement>('[data-citation]')) {
      // The page may have been kept by the browser with its buttons.
      if (!citation.querySelector('button')) citation.append(' ', this.#buttonFor(citation))
    }
  }

  #say = (key: string) => this.getAttribute(`data-say-${key}`) ?? ''

  #buttonFor(citation: HTMLElement): HTMLButtonElement {
    const button = document.createElement('button')
    button.type = 'button'
    button.className = 'copy-citation'
    button.textContent = this.#say('copy')
    button.ariaLabel = this.#say('copyForm').replace('{label}', citation.dataset.citation ?? '')
    button.addEventListener('click', async () => {
      const text = citation.querySelector('span')
      const isCopied = text !== null && (await copyFormatted(text))
      const status = this.querySelector('[role=status]')
      if (status) status.textContent = this.#say(isCopied ? 'copied' : 'notCopied')
      button.toggleAttribute('data-done', isCopied)
      setTimeout(() => {
        button.removeAttribute('data-done')
        if (status) status.textContent = ''
      }, 2000)
    })
    return button
  }
}

customElements.define('copy-citations', CopyCitations)
