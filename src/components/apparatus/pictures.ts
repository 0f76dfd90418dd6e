/// <reference types="astro/client" />
import type { ImageMetadata } from 'astro'
import { pictureName } from '../../model/picture-name.ts'

const pictures = import.meta.glob<{ default: ImageMetadata }>('@manuscript/pictures/**/*.{avif,gif,jpeg,jpg,png,svg,webp}', { eager: true })
const folder = '/pictures/'

/** A picture of the manuscript, by its name in `pictures/`. */
export const pictureNamed = (name: string): ImageMetadata | undefined =>
  Object.entries(pictures).find(([path]) => path.slice(path.indexOf(folder) + folder.length) === pictureName(name))?.[1].default

/** Where it lies on the site, from its root. */
export const addressOfPicture = (name: string): string | undefined => pictureNamed(name)?.src
