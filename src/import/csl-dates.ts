import { z } from 'zod'

const cslDateSchema = z.looseObject({
  'date-parts': z.array(z.array(z.union([z.number(), z.string()]))).optional(),
  literal: z.string().optional(),
  raw: z.string().optional(),
  circa: z.unknown().optional(),
  season: z.unknown().optional(),
})

/** A CSL date as EDTF, or as it is written where it is none; `lost` says what an EDTF date of ours cannot hold. */
export function edtfOf(value: unknown): { readonly edtf: string; readonly lost?: string } | undefined {
  const { success, data } = cslDateSchema.safeParse(typeof value === 'string' ? { raw: value } : value)
  if (!success) return { edtf: JSON.stringify(value) }
  const parts = data['date-parts']?.map((date) => date.filter((part) => part !== '').map(edtfPart))
  if (parts?.[0]?.length) {
    const edtf = parts.map((date) => date.join('-')).join('/')
    return { edtf, ...(data.circa ? { lost: 'that the date is approximate' } : data.season ? { lost: 'the season' } : {}) }
  }
  const written = data.raw ?? data.literal
  return written === undefined || written.trim() === '' ? undefined : { edtf: written.trim() }
}

const edtfPart = (part: number | string, i: number) => String(part).padStart(i === 0 ? 4 : 2, '0')
