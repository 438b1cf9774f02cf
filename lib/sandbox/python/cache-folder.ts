import { homedir } from 'node:os'
import { isAbsolute, join, resolve } from 'node:path'

/**
 * Where is kept what can be made again: $AUTOIF_CACHE_DIR, or else the folder autoif-stream in $XDG_CACHE_HOME, which counts
 * only as an absolute path, or in ~/.cache.
 */
export const cacheFolder = (env: Readonly<Record<string, string | undefined>>): string => {
  if (env.AUTOIF_CACHE_DIR) return resolve(env.AUTOIF_CACHE_DIR)
  const given = env.XDG_CACHE_HOME ?? ''
  return join(isAbsolute(given) ? given : join(homedir(), '.cache'), 'autoif-stream')
}
