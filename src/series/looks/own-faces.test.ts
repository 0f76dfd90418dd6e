import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { FaceLook } from '../../model/facts.ts'
import { type ThemeFile, themeFileSchema } from '../../model/files/theme-file.ts'
import { ownFacesOf } from './own-faces.ts'
import { scaleOf, standInsOf } from './stand-ins.ts'

type Whole = Extract<FaceLook, { readonly family: string }>

const metrics = (letters: number, weight = 400) => ({
  ...{ ascent: 0.9, descent: 0.3, capitals: 0.65 },
  widths: [{ weight, letters, capitals: letters * 1.2 }],
})
const font = (path: string, look: Partial<Whole> = {}) => ({
  path: `faces/${path}`,
  face: { family: 'Lamp', isItalic: false, weights: [400, 400], isVariable: false, metrics: metrics(0.45), ...look } as const,
})
const facesIn = (faces: unknown, files: Parameters<typeof ownFacesOf>[1]) =>
  ownFacesOf((themeFileSchema.parse({ faces }) as ThemeFile).faces, files)

test('files stand for what they are named for, whatever they say of themselves', () => {
  const files = [font('a.woff2', { weights: [350, 350] }), font('b.ttf'), font('c.otf', { weights: [800, 800] })]
  const { faces, mistakes } = facesIn({ text: { family: 'Wick', roman: 'a.woff2', italic: 'faces/b.ttf', bold: 'c.otf' } }, files)
  assert.deepEqual(mistakes, [])
  assert.equal(faces[0]?.family, 'Wick')
  assert.deepEqual(
    faces[0]?.files.map(({ path, isItalic, weights }) => [path, isItalic, weights]),
    [
      ['faces/a.woff2', false, [400, 400]],
      ['faces/c.otf', false, [700, 700]],
      ['faces/b.ttf', true, [400, 400]],
    ],
  )
})

test('a variable file is bold too, and a face for titles in one weight is never thickened', () => {
  const variable = font('v.woff2', { isVariable: true, weights: [300, 800] })
  const one = font('t.woff2', { weights: [400, 400] })
  const { faces, mistakes } = facesIn(
    { text: { family: 'Wick', roman: 'v.woff2', italic: 'v.woff2' }, display: { family: 'Title', roman: 't.woff2' } },
    [variable, one],
  )
  assert.deepEqual(mistakes, [])
  assert.deepEqual(
    faces.map(({ files }) => files[0]?.weights),
    [
      [300, 800],
      [1, 1000],
    ],
  )
})

test('what a text lacks is told, and another copy of a family that ships does not take its name', () => {
  const { faces, mistakes } = facesIn({ text: { family: 'vollkorn', roman: 'a.woff2' } }, [font('a.woff2')])
  assert.equal(faces[0]?.family, 'vollkorn 2')
  assert.deepEqual(
    mistakes.map((mistake) => mistake.kind === 'incomplete' && mistake.lacks),
    [['italic', 'bold']],
  )
})

test('of a package the weights nearest to those of text are plain and bold', () => {
  const of = (weight: number, style = 'normal') =>
    font(`@fontsource/lamp/lamp-latin-${weight}-${style}.woff2`, { weights: [weight, weight], isItalic: style === 'italic' })
  const { faces, mistakes } = facesIn({ text: '@fontsource/lamp' }, [of(300), of(600), of(900), of(300, 'italic')])
  assert.deepEqual(mistakes, [])
  assert.deepEqual(
    faces[0]?.files.map(({ path, weights }) => [path.replace(/^.*latin-/u, ''), weights[0]]),
    [
      ['300-normal.woff2', 400],
      ['600-normal.woff2', 700],
      ['300-italic.woff2', 400],
    ],
  )
})

test('a font without Latin letters cannot be used', () => {
  const { metrics: _, ...look } = font('a.woff2').face
  const { mistakes } = facesIn({ display: { family: 'Wick', roman: 'a.woff2' } }, [{ path: 'faces/a.woff2', face: look }])
  assert.deepEqual(
    mistakes.map((mistake) => mistake.kind === 'broken' && mistake.file),
    ['a.woff2'],
  )
})

test('stand-ins are as wide as the face, and as high; a wide face for titles is set smaller', () => {
  const own = (role: 'text' | 'display', letters: number) =>
    facesIn({ [role]: { family: 'Wick', roman: 'a.woff2' } }, [font('a.woff2', { metrics: metrics(letters) })]).faces[0]
  const [usual, wide] = [own('text', 0.4418), own('text', 0.8836)]
  assert.ok(usual && wide)
  const georgia = (face: typeof usual) => standInsOf(face)[0]
  assert.equal(georgia(usual)?.width, 97.93)
  assert.equal(georgia(wide)?.width, 195.86)
  // Its height is that of the face at any width.
  for (const face of [usual, wide])
    assert.equal((((georgia(face)?.width ?? 0) * (georgia(face)?.ascent ?? 0)) / 10_000).toFixed(3), '0.900')
  const [narrow, broad] = [own('display', 0.28), own('display', 0.45)]
  assert.ok(narrow && broad)
  assert.equal(scaleOf(narrow), 1)
  assert.equal(scaleOf(broad).toFixed(2), '0.82')
})
