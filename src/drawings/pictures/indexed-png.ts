/** An opaque colour: red, green, blue from 0 to 255. */
export type Colour = readonly [red: number, green: number, blue: number]

/**
 * Writes a picture as PNG with a palette of at most 16 colours (ISO/IEC 15948, colour type 3, bit depth 4): flat colours
 * and the edges of letters need no more, and it is a fifth of the size. Each pixel takes the nearest colour.
 *
 * @param pixels four bytes a pixel, red, green, blue, opacity
 */
export async function encodeIndexedPng(
  pixels: Uint8Array,
  width: number,
  height: number,
  palette: readonly Colour[],
): Promise<Uint8Array<ArrayBuffer>> {
  const header = new DataView(new ArrayBuffer(13))
  header.setUint32(0, width)
  header.setUint32(4, height)
  header.setUint8(8, 4)
  header.setUint8(9, 3)
  const chunks = [
    chunk('IHDR', new Uint8Array(header.buffer)),
    chunk('PLTE', Uint8Array.from(palette.flat())),
    chunk('IDAT', await deflate(rowsOf(pixels, width, height, palette))),
    chunk('IEND', new Uint8Array()),
  ]
  return concatenate([Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a), ...chunks])
}

/** `steps` colours from one to the other, both included. */
export const ramp = (from: Colour, to: Colour, steps: number): Colour[] =>
  Array.from({ length: steps }, (_, i) => {
    const mix = (channel: 0 | 1 | 2) => Math.round(from[channel] + ((to[channel] - from[channel]) * i) / (steps - 1))
    return [mix(0), mix(1), mix(2)]
  })

/** `#a31515` as a colour. */
export const colourOf = (hex: string): Colour => {
  const value = Number.parseInt(hex.slice(1), 16)
  return [value >> 16, (value >> 8) & 255, value & 255]
}

/** Each row: filter type 0, then two pixels a byte. */
function rowsOf(pixels: Uint8Array, width: number, height: number, palette: readonly Colour[]): Uint8Array<ArrayBuffer> {
  const length = 1 + Math.ceil(width / 2)
  const rows = new Uint8Array(length * height)
  const words = new DataView(pixels.buffer, pixels.byteOffset, pixels.byteLength)
  const nearest = new Map<number, number>()
  // Most pixels are as the one before.
  let [last, index] = [-1, 0]
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const colour = words.getUint32(4 * (y * width + x))
      if (colour !== last) {
        index = nearest.get(colour) ?? nearestOf([colour >>> 24, (colour >>> 16) & 255, (colour >>> 8) & 255], palette)
        nearest.set(colour, index)
        last = colour
      }
      const byte = y * length + 1 + (x >> 1)
      rows[byte] = (rows[byte] ?? 0) | (x % 2 === 0 ? index << 4 : index)
    }
  }
  return rows
}

function nearestOf(colour: Colour, palette: readonly Colour[]): number {
  const distances = palette.map((candidate) => candidate.reduce((sum, channel, i) => sum + (channel - (colour[i] ?? 0)) ** 2, 0))
  return distances.indexOf(Math.min(...distances))
}

async function deflate(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  const stream = new Blob([bytes]).stream().pipeThrough(new CompressionStream('deflate'))
  return new Uint8Array(await new Response(stream).arrayBuffer())
}

function chunk(type: string, content: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const typed = concatenate([new TextEncoder().encode(type), content])
  return concatenate([uint32(content.length), typed, uint32(crc32(typed))])
}

const uint32 = (value: number) => Uint8Array.of(value >>> 24, value >>> 16, value >>> 8, value)

/** The check sum of ISO/IEC 15948, annex D. */
function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff
  for (const byte of bytes) crc = (crcTable[(crc ^ byte) & 255] ?? 0) ^ (crc >>> 8)
  return (crc ^ 0xffffffff) >>> 0
}

const crcTable = Uint32Array.from({ length: 256 }, (_, i) => {
  let value = i
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1
  return value
})

function concatenate(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  parts.reduce((at, part) => {
    whole.set(part, at)
    return at + part.length
  }, 0)
  return whole
}
