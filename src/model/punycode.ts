/**
 * The characters that a label of a host stands for after `xn--` (Punycode, RFC 3492, §6.2), or nothing where it stands
 * for none.
 */
export function decodePunycode(label: string): string | undefined {
  const end = Math.max(0, label.lastIndexOf('-'))
  const output = [...label.slice(0, end)].map((letter) => letter.codePointAt(0) ?? 0)
  let [code, bias, i] = [128, 72, 0]
  for (let at = end > 0 ? end + 1 : 0; at < label.length; ) {
    const before = i
    for (let weight = 1, k = 36; ; k += 36) {
      const digit = '0123456789abcdefghijklmnopqrstuvwxyz'.indexOf(label[at++] ?? '!')
      if (digit < 0) return undefined
      // Letters come first: a is 0, z is 25, 0 is 26.
      const value = digit < 10 ? digit + 26 : digit - 10
      i += value * weight
      const threshold = Math.min(26, Math.max(1, k - bias))
      if (i > 0x7fffffff) return undefined
      if (value < threshold) break
      weight *= 36 - threshold
    }
    bias = adapt(i - before, output.length + 1, before === 0)
    code += Math.floor(i / (output.length + 1))
    i %= output.length + 1
    if (code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) return undefined
    output.splice(i++, 0, code)
  }
  return String.fromCodePoint(...output)
}

function adapt(difference: number, length: number, isFirst: boolean): number {
  let delta = Math.floor(difference / (isFirst ? 700 : 2))
  delta += Math.floor(delta / length)
  let k = 0
  for (; delta > 455; k += 36) delta = Math.floor(delta / 35)
  return k + Math.floor((36 * delta) / (delta + 38))
}
