import assert from 'node:assert/strict'
import { join } from 'node:path'
import { test } from 'node:test'
import { unified } from 'unified'
import { renderFolder } from '../files.ts'
import { remarkData } from './render-safely.ts'
import { seal } from './seal.ts'

for (const command of ['build', 'dev'] as const) {
  test(`what the render pass refuses is named as the writer knows it, not where it lies ready: ${command}`, () => {
    const file = {
      path: join(renderFolder({ project: '/project', manuscript: '/project/content' }, command), 'parts/one.mdx'),
      value: seal('Words {1 + 1}.'),
    }
    assert.throws(() => unified().use(remarkData, 'content').parse(file), {
      file: 'content/parts/one.mdx',
      message: /^content\/parts\/one\.mdx:1:7: /,
    })
  })
}
