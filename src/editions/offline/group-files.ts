type Sized = { readonly path: string; readonly bytes: number }

/** Bytes of a pack before it is compressed: about 200 kB on their way, so that little is lost when one breaks off. */
const largest = { text: 800_000, compressed: 200_000 }

const isCompressed = (path: string) => /\.(?:avif|flac|gif|jpe?g|m4a|mp[34]|og[agv]|opus|pagefind|pf_\w+|png|web[mp]|woff2?)$/u.test(path)

/** The files that are packed together: neighbours of one kind, by their folders where these are large enough. */
export function groupFiles<F extends Sized>(sizes: readonly F[]): readonly (readonly F[])[] {
  return kinds.flatMap((kind) =>
    groupSized(
      sizes.filter(({ path }) => kindOf(path) === kind),
      kind === 'compressed' ? largest.compressed : largest.text,
    ),
  )
}

/** Like stands by like: a compressor looks back 32 kB and no further. */
const kinds = ['page', 'card', 'other', 'compressed'] as const

function kindOf(path: string): (typeof kinds)[number] {
  if (isCompressed(path)) return 'compressed'
  if (path.endsWith('/card/index.html')) return 'card'
  return path.endsWith('.html') ? 'page' : 'other'
}

/** A group ends where the next file would make it too large, or a new folder begins and it is half full. */
function groupSized<F extends Sized>(files: readonly F[], most: number): F[][] {
  const groups: F[][] = []
  let group: F[] = []
  let held = 0
  for (const file of files) {
    const { path, bytes } = file
    const isNewFolder = folderOf(path) !== folderOf(group.at(-1)?.path ?? path)
    if (group.length > 0 && (held + bytes > most || (isNewFolder && held > most / 2))) {
      groups.push(group)
      group = []
      held = 0
    }
    group.push(file)
    held += bytes
  }
  return group.length > 0 ? [...groups, group] : groups
}

const folderOf = (path: string) => path.split('/', 1)[0]
