import { fstatSync } from 'node:fs'
import { AutoifError } from '../../errors.ts'

type Stdin = NodeJS.ReadableStream & { readonly fd?: number }

/**
 * Looks at a stdin that `what`, for which no seeds were named, does not read: throws AUTOIF_USAGE when somebody has sent a file, and
 * `tell` is given a line about a pipe. Nothing is read to find out, since what comes may be meant for whoever comes next in a script.
 */
export const unreadStdin = ({ fd }: Stdin, what: string, tell: (line: string) => void): void => {
  const stat = fd === undefined ? undefined : fstatSync(fd)
  if (stat?.isFile())
    throw new AutoifError('AUTOIF_USAGE', `${what} reads nothing from stdin, and a file is sent to it`, {
      hint: 'Name a file of seed tasks with --seeds; without one its own are taken.',
    })
  if (stat?.isFIFO())
    tell(`What comes in on stdin is not read: ${what} takes seed tasks from --seeds FILE, else its own.\n`)
}
