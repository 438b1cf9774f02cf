import { existsSync } from 'node:fs'
import { fromPackage } from '../../lib/package-folder.ts'

/** The built command, as the shebang of its file would start it. Throws when it has not been built. */
export const built = (...args: readonly string[]): readonly string[] => {
  const path = fromPackage('dist', 'bin', 'autoif-stream.js')
  if (!existsSync(path)) throw new Error('the command is not built: run `npm run build` first')
  return [process.execPath, path, ...args]
}
