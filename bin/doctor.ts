import { readFileSync } from 'node:fs'
import { findPackageJSON } from 'node:module'
import { version } from '../lib/config/version.ts'
import { lexicalBaseline, openEntailer } from '../lib/nli/open-entailer.ts'
import { fromPackage } from '../lib/package-folder.ts'
import { openSandbox } from '../lib/sandbox/open-sandbox.ts'
import type { Command } from './command.ts'

const probe = 'function evaluate(response) { return response === "well" }'

const check = async (what: string, look: () => Promise<string>): Promise<{ line: string; well: boolean }> => {
  try {
    return { line: `${what.padEnd(12)} ${await look()}`, well: true }
  } catch (error) {
    return { line: `${what.padEnd(12)} NOT IN FORCE: ${(error as Error).message}`, well: false }
  }
}

const installed = (name: string): string => {
  // A package need not export its package.json, so it is looked for where the module is found.
  const found = findPackageJSON(name, import.meta.url)
  return found ? (JSON.parse(readFileSync(found, 'utf8')) as { version: string }).version : 'not installed'
}

const versions = (): string => {
  const { dependencies } = JSON.parse(readFileSync(fromPackage('package.json'), 'utf8')) as {
    dependencies: Record<string, string>
  }
  return Object.keys(dependencies)
    .map(name => `${name} ${installed(name)}`)
    .join(`\n${' '.repeat(13)}`)
}

/** Says which sandbox layers, models and versions are in force on this machine; 1 when one of them is not. */
export const command: Command = async (_typed, process) => {
  const checks = [
    await check('autoif-stream', async () => version),
    await check('node', async () => `${process.version} on ${process.platform} ${process.arch}`),
    await check('packages', async () => versions()),
    await check('sandbox', async () => {
      const sandbox = await openSandbox({ threads: 1 })
      try {
        const [grading] = await sandbox.grade([probe], ['well', 'ill'])
        if (grading?.outcomes !== 'TF') throw new Error(`a healthy verifier answered ${grading?.outcomes ?? 'nothing'}`)
        return sandbox.layers.join(`\n${' '.repeat(13)}`)
      } finally {
        await sandbox.close()
      }
    }),
    await check('nli', async () => {
      const nli = await openEntailer({ path: lexicalBaseline })
      try {
        const label = await nli.judge('Answer in at most 50 words.', 'Answer in at most 50 words.')
        return `${nli.name} answers (${label} for a sentence and itself); it is for trying out, see --nli for a real model`
      } finally {
        await nli.close()
      }
    }),
  ]
  process.stdout.write(`${checks.map(({ line }) => line).join('\n')}\n`)
  return checks.every(({ well }) => well) ? 0 : 1
}
