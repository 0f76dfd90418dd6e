import { oneSource, pathsOfSources } from '../_bibliography.ts'

export const getStaticPaths = pathsOfSources

export const GET = oneSource('json')
