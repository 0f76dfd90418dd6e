import { allSources } from './_bibliography.ts'

export const GET = allSources('json')
