import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

// The folder that holds package.json is one level further up from dist/ than from lib/.
const folder = (from: string): string => (existsSync(join(from, 'package.json')) ? from : folder(dirname(from)))

const root = folder(dirname(fileURLToPath(import.meta.url)))

/** The path of a file that ships with the package, from lib/ and from dist/lib/ alike. */
export const fromPackage = (...path: readonly string[]): string => join(root, ...path)
