import { AutoifError } from '../../errors.ts'
import type { OpenScorerOptions } from '../../models/open-scorer.ts'
import { patience } from '../../models/patience.ts'
import { readKey } from '../open/read-key.ts'
import type { Typed } from '../typed.ts'

/** What a comparison of two models is told. */
export interface PolicyOptions {
  /** Paths, globs or `-`, one a line. */
  readonly files: string
  readonly policy: OpenScorerOptions
  readonly reference: OpenScorerOptions
  readonly rows: number
  readonly out: string
  readonly quiet: boolean
}

const usage = (message: string, hint?: string): AutoifError =>
  new AutoifError('AUTOIF_USAGE', message, hint === undefined ? {} : { hint })

const whole = (flag: string, text: unknown, from: number): number => {
  const value = Number(text)
  if (text !== '' && Number.isInteger(value) && value >= from) return value
  throw usage(`--${flag} takes a whole number from ${from} up, not ${JSON.stringify(text)}`)
}

// In an address with a query its last parameter has a value of its own before the model comes.
const named = [/^([^=?]*)=([^=]+)$/, /^([^?]*\?(?:.*&)?[^=&]*=[^=&]*)=([^=&]+)$/]

/** `URL=MODEL` apart; the model is '' when none is named. */
export const endpointIn = (text: string): { readonly baseUrl: string; readonly model: string } => {
  const [, baseUrl = text, model = ''] = named.map(pattern => pattern.exec(text)).find(Boolean) ?? []
  return { baseUrl, model }
}

/** Reads what was typed behind policy-diff. Throws AUTOIF_USAGE. */
export const policyOptions = ({ args, options }: Typed, env: NodeJS.ProcessEnv): PolicyOptions => {
  const template = `${options.template}`.replaceAll('\\n', '\n')
  if (template.replaceAll('{{prompt}}', '').includes('{{') || !template.includes('{{prompt}}'))
    throw usage(
      '--template is a text with {{prompt}} in it and no other blanks',
      'For example --template "{{prompt}}\\n\\n".',
    )
  const common = {
    template,
    apiKey: readKey(`${options['api-key-file']}`, env),
    concurrency: whole('concurrency', options.concurrency, 1),
    timeoutMs: 1000 * whole('timeout', options.timeout, 1),
    patience: { ...patience, tries: whole('tries', options.tries, 1) },
  }
  return {
    files: args.length > 0 ? args.join('\n') : '-',
    policy: { ...common, ...endpointIn(`${options.policy}`) },
    reference: { ...common, ...endpointIn(`${options.reference}`) },
    rows: whole('rows', options.rows, 0),
    out: `${options.out}`,
    quiet: options.quiet === true,
  }
}
