import { construct } from './construct.ts'

/** Words beside the argument: `<Aside title="…">…</Aside>`. */
export const aside = construct('Aside', {})
