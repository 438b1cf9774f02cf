import { AutoifError } from '../../errors.ts'
import type { Entailer } from '../../nli/entailer.ts'
import type { Sandbox } from '../../sandbox/sandbox.ts'

// What a recipe was said not to need is not opened, and nobody waits for it.

export const unopenedNli: Entailer = {
  name: 'none',
  lanes: 1,
  judge: () => Promise.reject(new AutoifError('AUTOIF_NLI', 'this recipe was said to compare no sentences')),
}

export const unopenedSandbox: Sandbox = {
  lanes: 1,
  grade: () => Promise.reject(new AutoifError('AUTOIF_SANDBOX', 'this recipe was said to run no functions')),
}
