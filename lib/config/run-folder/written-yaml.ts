import { stringify } from 'yaml'

// PyYAML, which trainers read YAML with, takes 5e-7 for a text and 5.0e-7 for a number.
const exponents = /^(\s*[\w-]+: )(\d)(e-\d+)$/gm

/** Options as YAML that trainers and the hub read; `above` stands before them as remarks. */
export const writtenYaml = (options: object, above: readonly string[] = []): string =>
  above.map(line => `# ${line}\n`).join('') + stringify(options, { lineWidth: 0 }).replace(exponents, '$1$2.0$3')
