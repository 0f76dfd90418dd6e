import type { z } from 'zod'

/** What a schema of Zod tells of its own form (https://zod.dev/packages/core#internals); each kind has some of these. */
type Form = {
  readonly shape?: Readonly<Record<string, z.core.$ZodType>>
  readonly element?: z.core.$ZodType
  readonly innerType?: z.core.$ZodType
  readonly in?: z.core.$ZodType
  readonly options?: readonly z.core.$ZodType[]
}

/** The names of the fields that a schema has at a path, each once; none where there are no named fields. */
export function fieldsAt(schema: z.core.$ZodType, path: readonly PropertyKey[]): string[] {
  const [step, ...rest] = path
  return [
    ...new Set(
      plain(schema).flatMap(({ shape = {}, element }) => {
        if (step === undefined) return Object.keys(shape)
        const next = Object.hasOwn(shape, step) ? shape[String(step)] : element
        return next ? fieldsAt(next, rest) : []
      }),
    ),
  ]
}

/** The forms that a schema comes down to, without what may be missing, has a default or is made into something else. */
function plain(schema: z.core.$ZodType): Form[] {
  const form = schema._zod.def as Form
  const inner = form.innerType ?? form.in
  if (inner) return plain(inner)
  return form.options ? form.options.flatMap(plain) : [form]
}
