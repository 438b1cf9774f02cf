import { readFileSync } from 'node:fs'
import { AutoifError } from '../../errors.ts'

/** The key of the model server: from the file, else from OPENAI_API_KEY, else none. Throws AUTOIF_USAGE when the file cannot be read. */
export const readKey = (file: string, env: NodeJS.ProcessEnv): string | undefined => {
  if (file === '') return env.OPENAI_API_KEY
  try {
    return readFileSync(file, 'utf8')
  } catch (cause) {
    throw new AutoifError('AUTOIF_USAGE', `cannot read the key file ${file}`, {
      cause,
      hint: 'Give --api-key-file a file that holds the key and nothing else.',
    })
  }
}
