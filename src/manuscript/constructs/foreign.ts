import { construct } from './construct.ts'

/** Words in another language: `<Foreign lang="ru">…</Foreign>`. */
export const foreign = construct('Foreign', {})
