import { withResultsOf } from '../integration/keep-results-of.ts'
import { runCheck, type Verdict } from './run-check.ts'
import type { Where } from './where.ts'

/** The reading pass by itself, with what builds and other checks have kept of texts that did not change. */
export const checkKept = ({ home, content }: Where, showsDrafts = false): Promise<Verdict> =>
  withResultsOf(home, content, () => runCheck(content, showsDrafts))
