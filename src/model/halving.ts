/**
 * The last of so many places in order at which something holds, by halving; 0 where it holds nowhere.
 *
 * @param holds true of the first places up to some one, false of all behind it
 */
export function lastWhere(count: number, holds: (at: number) => boolean): number {
  let [low, high] = [0, count]
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if (holds(middle)) low = middle
    else high = middle
  }
  return low
}
