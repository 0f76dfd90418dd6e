import assert from 'node:assert/strict'
import { test } from 'node:test'
import { attribute, elementsOf, parsePage } from '../html.ts'
import { nameLandmarks } from './name-landmarks.ts'

test('landmarks of several pages have names that tell them apart, also where pages have the same title', () => {
  const page = (title: string) => `<article><h1>${title}</h1><nav aria-label="Parts"></nav></article>`
  const elements = elementsOf(parsePage(page('Oil') + page('Wicks') + page('Oil')))
  nameLandmarks(elements.filter(({ tagName }) => tagName === 'article'))
  assert.deepEqual(
    elements.filter(({ tagName }) => tagName === 'nav').map((nav) => attribute(nav, 'aria-label')),
    ['Parts, Oil', 'Parts, Wicks', 'Parts, Oil (2)'],
  )
})
