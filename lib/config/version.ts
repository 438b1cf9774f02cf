import { readFileSync } from 'node:fs'
import { fromPackage } from '../package-folder.ts'

/** The version in package.json. */
export const version: string = JSON.parse(readFileSync(fromPackage('package.json'), 'utf8')).version
