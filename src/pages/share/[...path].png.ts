import type { APIRoute, GetStaticPaths } from 'astro'
import { drawCover } from '../../drawings/pictures/cover.ts'
import { faces as shipped } from '../../drawings/pictures/faces.ts'
import { inkOf } from '../../drawings/pictures/ink.ts'
import { drawShareCard } from '../../drawings/pictures/share-card.ts'
import { hrefOfPicture, type ShareCard, shareCards } from '../../drawings/pictures/share-cards.ts'
import { fontsOfPictures, getWholeSeries } from '../../integration/get-series.ts'
import { keepBytes } from '../../kept-results.ts'
import type { Series } from '../../model/series.ts'

type Props = { series: Series; card?: ShareCard }

/** The cover, and, where the site has an address at which those who show links find them, a picture for each page, at its path. */
export const getStaticPaths: GetStaticPaths = async () => {
  const series = await getWholeSeries()
  const pathOf = (href: string) => hrefOfPicture(href).slice('/share/'.length, -'.png'.length)
  return [
    { params: { path: 'cover' }, props: { series } },
    ...(import.meta.env.SITE ? shareCards(series).map((card) => ({ params: { path: pathOf(card.href) }, props: { series, card } })) : []),
  ]
}

export const GET: APIRoute<Props> = async ({ props: { series, card } }) => {
  const { title, authors, publisher, parts, description, language } = series
  const said = card ?? {
    ...{ title, authors, publisher, description, volumes: series.volumes },
    parts: parts.map((part) => [part.number, part.title]),
  }
  const ink = inkOf(series.theme)
  const own = await fontsOfPictures()
  const faces = own.length > 0 ? [...own, ...shipped] : shipped
  const on = own.flatMap(({ name, weight, data }) => [`${name} ${weight}`, data])
  const picture = await keepBytes('share-picture', [language, JSON.stringify(said), JSON.stringify(ink), ...on], () =>
    card ? drawShareCard(card, language, faces, ink) : drawCover(series, faces),
  )
  return new Response(picture, { headers: { 'content-type': 'image/png' } })
}
