import { createHash } from 'node:crypto'
import type { AstroPrerenderer } from 'astro'
import { cardOfPage } from '../../drawings/pictures/share-cards.ts'
import type { KnownPage } from '../../editions/plain-page.ts'
import { plainIn, restoring, signsOfEdition } from '../../editions/without-edition.ts'
import { recall, remember } from '../../kept-results.ts'
import { dividedIn } from '../../model/place-groups.ts'
import type { Series } from '../../model/series.ts'
import { type Recorded, record, trackReads } from '../../tracked-reads.ts'
import { groupPagesIn } from '../get-series.ts'
import { hashProgram } from '../hash-program.ts'
import { type Reading, shelf } from '../shelf.ts'
import { type Bundled, keyOfBundle } from './bundle-key.ts'
import { assets } from './keep-bundle.ts'
import { readAgain, type Shape, shapeOf } from './read-again.ts'
import { keptPrerenderer } from './render-kept.ts'
import { RenderedPage } from './rendered-page.ts'

/** What is known of a page from the build that rendered it. */
type Remembered = {
  readonly shape: Shape
  readonly uses: readonly (readonly [kind: string, names: readonly string[]])[]
  /** What it read, and what the lists of pages did, as hashes. */
  readonly read: string
  readonly paths: string
  /** UTF-8, without the hash of the edition. */
  readonly html: Buffer
  readonly known: KnownPage
  readonly pictures: Pictures
}

/**
 * A prerenderer that renders a page where something that it reads has changed; else the page is as the last build made it. Which
 * pages there are is asked at every build. See decision 139.
 *
 * @param bundled what is built, and how, once it is known
 */
export function rememberPages(prerenderer: AstroPrerenderer, bundled: () => Bundled): AstroPrerenderer {
  let memory: PageMemory | undefined
  return {
    ...prerenderer,
    getStaticPaths: async () => {
      const reading = await shelf.firstReading?.()
      if (!reading?.series || saysSigns(reading)) return prerenderer.getStaticPaths()
      const { series } = reading
      const plain = plainIn(series.edition)
      trackReads(plain)
      const { result, reads, uses } = await record(async () => prerenderer.getStaticPaths())
      const { settings } = bundled()
      const key = keyOfBundle(bundled(), reading, hashProgram(settings.project))
      memory = new PageMemory(series, plain, [key, settings.translation ?? ''], [shapeOf(reads, series), listed(uses)])
      return result
    },
    render: (request, asked) =>
      memory && asked.routeData.type === 'page' ? memory.render(request, asked, prerenderer) : prerenderer.render(request, asked),
  }
}

/** Whether somebody has written what stands for the hash of the edition. */
function saysSigns({ files, series }: Reading): boolean {
  return files.some(({ text }) => isSign(text)) || saysSign(series)
}

const isSign = (text: string) => text.includes(commonToSigns) && signsOfEdition.some((sign) => text.includes(sign))

/** In both signs: a hundred megabytes are looked through for it. */
const commonToSigns = 'hash0of0edition0'

/** Whether plain data say it anywhere. A long series has a hundred megabytes: they are not written out for this. */
function saysSign(data: unknown): boolean {
  if (typeof data === 'string') return data.length >= shortestSign && isSign(data)
  if (typeof data !== 'object' || data === null) return false
  if (Array.isArray(data)) return data.some(saysSign)
  for (const name of Object.keys(data)) if (saysSign(name) || saysSign(Reflect.get(data, name))) return true
  return false
}

const shortestSign = Math.min(...signsOfEdition.map(({ length }) => length))

class PageMemory {
  readonly #known = new Map<string, string>()
  readonly #series: Series
  readonly #plain: (text: string) => string
  readonly #on: readonly string[]
  readonly #paths: string

  /** @param on what pages are made of besides @param paths what was read to know which pages there are */
  constructor(series: Series, plain: (text: string) => string, on: readonly string[], paths: readonly [Shape, Remembered['uses']]) {
    this.#series = series
    this.#plain = plain
    this.#on = on
    this.#paths = this.#readAgain(...paths)
  }

  async render(request: Request, asked: Parameters<AstroPrerenderer['render']>[1], prerenderer: AstroPrerenderer) {
    const on = [...this.#on, new URL(request.url).pathname]
    const isKept = prerenderer.name === keptPrerenderer
    // A build that bundles gives pages pictures that no build before has made.
    const last = isKept ? recall<Remembered>('rendered', on) : undefined
    if (last && last.paths === this.#paths && last.read === this.#readAgain(last.shape, last.uses)) {
      showAgain(last.pictures)
      return this.#keptPage(last)
    }
    const pictures = watchPictures()
    const { result, reads, uses } = await record(async () => prerenderer.render(request, asked)).finally(pictures.leave)
    const response = result instanceof Response ? result : result.response
    if (!response.body || response.status !== 200) return result
    const html = await response.text()
    const shape = shapeOf(reads, this.#series)
    const used = listed(uses)
    const read = this.#readAgain(shape, used)
    const known = { key: digestOf(html), isEditionSaid: isSign(html) }
    const about = { shape, uses: used, read, paths: this.#paths, known, pictures: pictures.shown }
    remember('rendered', on, { ...about, html: Buffer.from(html) } satisfies Remembered)
    const page = this.#pageOf(() => html, known)
    return isKept ? page : new Response(page.html(), { headers: page.headers })
  }

  /** What was read for it is let go of. */
  #keptPage({ html, known }: Remembered): RenderedPage {
    return this.#pageOf(() => html.toString(), known)
  }

  #pageOf(plain: () => string, known: KnownPage): RenderedPage {
    return new RenderedPage(known.isEditionSaid ? () => restoring(this.#series.edition)(plain()) : plain, known)
  }

  #readAgain(shape: Shape, uses: Remembered['uses']): string {
    const used = uses.flatMap(([kind, names]) => names.map((name) => this.#plain(useOf(kind, name, this.#series))))
    return digestOf([readAgain(shape, this.#series, this.#plain, this.#known), ...used].join('\0'))
  }
}

const listed = (uses: Recorded['uses']) => [...uses].map(([kind, names]) => [kind, [...names].sort()] as const)

/** What a page uses besides the Series, as text that is another where that is. */
function useOf(kind: string, name: string, series: Series): string {
  if (kind === 'text') return shelf.digestOfText?.(name) ?? ''
  if (kind === 'card') return JSON.stringify(cardOfPage(series, name)) ?? ''
  if (kind === 'divided') return JSON.stringify(dividedIn(name === 'glossary' ? name : 'sources', series))
  if (kind === 'places') return JSON.stringify(groupPagesIn(series)(name)) ?? ''
  if (kind === 'recordings') return JSON.stringify([...(shelf.recordings ?? [])])
  throw new Error(`Nobody knows what pages use as “${kind}”.`)
}

/** Pictures that a page shows: in which sizes, and which as they are. */
type Pictures = { readonly sized: readonly (readonly unknown[])[]; readonly whole: readonly string[] }

/** Notes the pictures that are asked for, until it is told to leave. */
function watchPictures(): { readonly shown: Pictures; readonly leave: () => void } {
  const [sized, whole]: [unknown[][], string[]] = [[], []]
  const { astroAsset = {} } = assets
  const { addStaticImage, referencedImages } = astroAsset
  if (addStaticImage)
    astroAsset.addStaticImage = (...words) => {
      sized.push(words)
      return addStaticImage(...words)
    }
  const add = referencedImages?.add.bind(referencedImages)
  if (referencedImages && add)
    referencedImages.add = (file) => {
      whole.push(file)
      return add(file)
    }
  return {
    get shown() {
      return { sized: JSON.parse(JSON.stringify(sized)), whole: [...whole] }
    },
    leave: () => {
      if (addStaticImage) astroAsset.addStaticImage = addStaticImage
      if (referencedImages) Reflect.deleteProperty(referencedImages, 'add')
    },
  }
}

function showAgain({ sized, whole }: Pictures) {
  for (const words of sized) assets.astroAsset?.addStaticImage?.(...words)
  for (const file of whole) assets.astroAsset?.referencedImages?.add(file)
}

const digestOf = (text: string) => createHash('sha256').update(text).digest('hex')
