import { languageOf } from '../../sandbox/language.ts'
import { partsWith } from '../../sinks/shapes/parts.ts'

/** What formats can arrange, with verifiers in the languages that the sandbox tells apart. */
export const parts = partsWith(languageOf)
