import { accessSync, constants, createReadStream, existsSync, fstatSync, globSync, statSync } from 'node:fs'
import { AutoifError } from '../../errors.ts'
import { unreadable } from '../../sources/unreadable.ts'

/** Something to read: stdin, or a file by its path. */
export interface Input {
  /** What places and messages call it. */
  readonly name: string
  readonly path?: string
  readonly chunks: AsyncIterable<Uint8Array>
}

const pattern = /[*?[{]/

const pathsOf = (given: string): readonly string[] => {
  // A file whose name looks like a pattern is that file.
  if (given === '-' || !pattern.test(given) || existsSync(given)) return [given]
  const found = globSync(given, { withFileTypes: false })
    .filter(path => !statSync(path).isDirectory())
    .sort()
  if (found.length > 0) return found
  throw new AutoifError('AUTOIF_SOURCE', `cannot read ${given}: no file is called like that`, {
    hint: 'Check the pattern, and that it is quoted where the shell should leave it alone.',
  })
}

// Looked at now, so that a wrong path is told before anything moves; opened when it is first read, so that whatever goes
// wrong then has somebody to hear of it.
const chunksOf = (path: string): AsyncIterable<Uint8Array> => {
  try {
    accessSync(path, constants.R_OK)
    if (statSync(path).isDirectory()) throw Object.assign(new Error('it is a folder'), { code: 'EISDIR' })
  } catch (error) {
    throw unreadable(path, error)
  }
  return (async function* () {
    yield* createReadStream(path)
  })()
}

// Node reads a folder on stdin as nothing at all, so an empty run would be all that is seen of it.
const chunksOfStdin = (stdin: AsyncIterable<Uint8Array> & { readonly fd?: number }): AsyncIterable<Uint8Array> => {
  if (stdin.fd === undefined || !fstatSync(stdin.fd).isDirectory()) return stdin
  throw unreadable('stdin', new Error('it is a folder'), "Name the files in it instead, quoted: 'folder/*.jsonl'.")
}

/** Whether stdin is among what was given: paths, globs or `-`, one a line. */
export const takesStdin = (given: string): boolean => given.split('\n').includes('-')

/**
 * What paths, globs or `-` (one a line) stand for, in the order given; what a glob stands for in the order of its names.
 * Throws AUTOIF_SOURCE when a file is not there or may not be read, or stdin is a folder, AUTOIF_USAGE when stdin is asked for twice.
 */
export const inputs = (given: string, stdin: AsyncIterable<Uint8Array>): readonly Input[] => {
  const paths = given.split('\n').flatMap(pathsOf)
  if (paths.filter(path => path === '-').length > 1)
    throw new AutoifError('AUTOIF_USAGE', 'stdin can be read once, and - is given twice')
  return paths.map(path =>
    path === '-' ? { name: 'stdin', chunks: chunksOfStdin(stdin) } : { name: path, path, chunks: chunksOf(path) },
  )
}
