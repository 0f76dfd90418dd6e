import type { Root } from 'mdast'
import type { Plugin } from 'unified'
import { VFileMessage } from 'vfile-message'
import { catalog } from '../../diagnostics/catalog.ts'
import { type Diagnostic, diagnose } from '../../diagnostics/diagnostic.ts'
import type { ManuscriptFile } from '../../model/facts.ts'
import { checkComponents } from '../components.ts'
import { findForbidden, silenceComments } from '../data-only.ts'
import { spanOf } from '../nodes.ts'
import { parseMdx } from '../parse.ts'
import type { Survey } from '../survey/survey.ts'

/**
 * Remark plugin of the render pass: takes the place of its parser, so that it has the very tree that the reading pass
 * checked, and refuses by itself whatever would be evaluated. What the other pass overlooked stops the build here. Where
 * that tree is at hand, in the survey that comes as `data.surveyed`, nothing is parsed. See decisions 38 and 148.
 */
export const remarkData: Plugin<[], string, Root> = function () {
  this.parser = (text, { path, data }) => {
    const { surveyed } = data as { readonly surveyed?: Survey }
    if (!surveyed) return parseAsData({ path, text })
    assureData(surveyed.tree, { path, text })
    return { type: 'root', children: [] }
  }
}

/**
 * The function behind {@link remarkData}.
 *
 * @throws {VFileMessage} with file, line and column, where anything in the text is not data
 */
export function parseAsData(file: ManuscriptFile): Root {
  const { tree, diagnostics } = parseMdx(file)
  const [refused] = diagnostics
  if (refused) throw asError(refused)
  if (!tree) throw new Error(`${file.path} has no tree, and nobody says why.`)
  assureData(tree, file)
  return tree
}

/** Refuses a tree in which anything is not data, and leaves nothing in its comments. */
function assureData(tree: Root, file: ManuscriptFile) {
  const refused = refusalOf(tree, file)
  if (refused) throw asError(refused)
  silenceComments(tree)
}

/** The first mistake that the reading pass finds as well; or what no text has, should that one ever let it through. */
function refusalOf(tree: Root, file: ManuscriptFile): Diagnostic | undefined {
  const mistake = checkComponents(tree, file).find(isError)
  const forbidden = mistake ? undefined : findForbidden(tree)
  if (!forbidden) return mistake
  return diagnose('html-unsafe', file.path, spanOf(forbidden), {
    what: `What stands here (${forbidden.type})`,
    instead: { kind: 'brace', written: '' },
  })
}

const isError = ({ code }: Diagnostic) => catalog[code].severity === 'error'

function asError({ file, span: { start }, message, code }: Diagnostic): VFileMessage {
  const error = new VFileMessage(`${file}:${start.line}:${start.column}: ${message}`, { place: start, source: 'pamphlet', ruleId: code })
  error.file = file
  return error
}
