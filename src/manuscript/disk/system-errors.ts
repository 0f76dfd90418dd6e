/** What the system says when a file cannot be read or written, for people who write; what is not listed is told by its code. */
const reasons: Readonly<Record<string, string>> = {
  EACCES: 'this user has no permission',
  EPERM: 'the system does not allow it',
  ENOENT: 'it is not there',
  ENOTDIR: 'it is a file, where a folder is needed',
  EISDIR: 'it is a folder, where a file is needed',
  ELOOP: 'a symbolic link stands in its place',
  ENAMETOOLONG: 'its path is too long for this system',
  EIO: 'the disk reports an error',
  ENOSPC: 'the disk is full',
  EDQUOT: 'this user’s share of the disk is used up',
  EFBIG: 'the file would be larger than is allowed here',
  EROFS: 'the disk can only be read',
  EBUSY: 'another program holds it',
  ETXTBSY: 'another program runs it',
  EMFILE: 'too many files are open',
  ENFILE: 'too many files are open on this machine',
  ESTALE: 'the network disk has lost it',
  ENXIO: 'nothing answers at the other end',
  ENODEV: 'its device is not there',
  EEXIST: 'something else has its name',
}

/** The code of an error of the system, such as `EACCES`; nothing for errors of other kinds. */
export const codeOf = (error: unknown): string | undefined =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined

/** Why the system could not do it, to be set behind a colon. */
export function reasonOf(error: unknown): string {
  const code = codeOf(error)
  return (code && reasons[code]) ?? `the system answers “${code ?? String(error)}”`
}
