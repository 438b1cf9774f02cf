import { AutoifError } from '../../errors.ts'

/** What is told on a terminal, where nothing is sent: `command` as it was typed, what it reads, and how files are named. */
export const noInput = (command: string, reads: string, files: string): AutoifError =>
  new AutoifError('AUTOIF_USAGE', `${command} takes ${reads} from stdin or from files, and there are none`, {
    hint: `${files}, or send some through a pipe; autoif-stream ${command} --help says all else.`,
  })
