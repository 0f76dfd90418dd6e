import fc from 'fast-check'

/** Draws what a generated manuscript is made of; the same seed draws the same. */
export type Draw = {
  /** From 0 to `most`. */
  readonly upTo: (most: number) => number
  readonly oneOf: <T>(list: readonly [T, ...T[]]) => T
  /** True once in so many times. */
  readonly onceIn: (times: number) => boolean
  /** Between `least` and `most` things. */
  readonly several: <T>(least: number, most: number, make: (i: number) => T) => T[]
}

/** Whatever a function makes of what it draws. */
export const drawn = <T>(make: (draw: Draw) => T): fc.Arbitrary<T> =>
  fc.gen().map((gen) => {
    const upTo = (most: number) => gen(fc.nat, { max: most })
    return make({
      upTo,
      oneOf: (list) => list[upTo(list.length - 1)] ?? list[0],
      onceIn: (times) => upTo(times - 1) === 0,
      several: (least, most, make) => Array.from({ length: least + upTo(most - least) }, (_, i) => make(i)),
    })
  })
