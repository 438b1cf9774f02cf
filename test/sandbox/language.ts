import { globSync, readFileSync } from 'node:fs'
import t from 'tap'
import { fromPackage } from '../../lib/package-folder.ts'
import { languageOf } from '../../lib/sandbox/language.ts'

const folder = fromPackage('fixtures', 'verifiers')

t.test('a verifier that defines evaluate is told by how it does', async t => {
  for (const file of globSync('everyday/*', { cwd: folder }))
    t.equal(languageOf(readFileSync(`${folder}/${file}`, 'utf8')), file.endsWith('.py') ? 'python' : 'javascript', file)
})

t.test('a beginning that only Python has is enough', async t => {
  const python = [
    'import re\n\nclass Check: pass',
    '# counts\n\nimport re, string as s\nx = 1',
    'import os.path as p; p',
    'from collections import Counter\r\n',
    'def check(response):\n    return True',
    'LIMIT = 3\n\nasync def evaluate(response):\n    return True',
    '    def evaluate(response):\n        return True',
    'evaluate = lambda response: True',
  ]
  for (const source of python) t.equal(languageOf(source), 'python', source)
})

t.test('whatever else there is is JavaScript', async t => {
  const javascript = [
    'function evaluate(response) { return true }',
    'response => response.includes("def evaluate(")',
    "import fs from 'node:fs'\nfunction evaluate() {}",
    "import fs, { read } from 'node:fs'",
    "import * as fs from 'node:fs'",
    "import 'node:fs'",
    'const evaluate = r => true',
    'const defined = 1',
    '',
  ]
  for (const source of javascript) t.equal(languageOf(source), 'javascript', source)
})
