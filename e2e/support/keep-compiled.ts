import { tmpdir } from 'node:os'
import { join } from 'node:path'

/**
 * What Node has compiled is kept for all processes that are started from here on, where `bin/pamphlet.js` keeps it too: else
 * each of the forty of `npm test` reads and compiles the whole program anew.
 */
process.env.NODE_COMPILE_CACHE ??= join(tmpdir(), 'node-compile-cache')
