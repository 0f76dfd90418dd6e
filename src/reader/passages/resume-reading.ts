import { forget, kept } from '../choices/kept.ts'

/* Where reading is resumed nothing was looked for, and nothing is marked: not when the reader comes back to it either. */

const fragment = location.hash.slice(1)
// What is kept is asked for where there is a place alone: the page waits for the answer.
if (fragment) {
  const isResumed = kept('resumed', 'sessionStorage') === fragment
  forget('resumed', 'sessionStorage')
  if (isResumed) history.replaceState({ ...history.state, resumed: true }, '')
  if (history.state?.resumed) document.getElementById(fragment)?.setAttribute('data-resumed', '')
}
