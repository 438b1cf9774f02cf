import { noInput } from '../lib/config/commands/no-input.ts'
import { takesStdin } from '../lib/config/open/inputs.ts'
import { unreadStdin } from '../lib/config/open/unread-stdin.ts'
import type { Config } from '../lib/config/read-config.ts'
import { refuseForeign } from '../lib/config/refuse-foreign.ts'
import { refuseUnmade } from '../lib/config/refuse-unmade.ts'
import type { Typed } from '../lib/config/typed.ts'
import { wayOf } from '../lib/recipes/index.ts'

/** Throws AUTOIF_USAGE when what is asked of a recipe is not for it, or nothing is there for it to read; `command` is what was typed. */
export const asked = (typed: Typed, { name, settings }: Config, process: NodeJS.Process, command: string): void => {
  refuseUnmade({ name, settings })
  refuseForeign(typed, name)
  const { reads } = wayOf(name)
  if (reads === 'seed tasks') {
    if (settings.seeds === '')
      unreadStdin(process.stdin, name, line => void (settings.quiet || process.stderr.write(line)))
  } else if (takesStdin(settings.queries) && process.stdin.isTTY)
    throw noInput(command, reads, 'Name them with --queries FILE')
}
