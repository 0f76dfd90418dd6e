import { Resvg } from '@resvg/resvg-js'
import type { Ink } from './ink.ts'

/** The icon as a square that a device may cut to its own shape: what is drawn lies within the inner four fifths. */
const drawing = ({ red, paper }: Ink) =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><path fill="${red}" d="M0 0h32v32H0z"/><path fill="${paper}" d="M9 9h14v2.5H9zM9 14h14v2.5H9zM9 19h8v2.5H9z"/></svg>`

/**
 * Draws the icon of the installed publication.
 *
 * @param size in pixels
 * @returns PNG
 */
export const drawIcon = (size: number, ink: Ink): Uint8Array<ArrayBuffer> =>
  new Uint8Array(new Resvg(drawing(ink), { fitTo: { mode: 'width', value: size }, font: { loadSystemFonts: false } }).render().asPng())
