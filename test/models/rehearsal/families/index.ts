import { readdirSync, readFileSync } from 'node:fs'
import t from 'tap'
import { families, parse, recognise } from '../../../../lib/models/rehearsal/families/index.ts'
import { fromPackage } from '../../../../lib/package-folder.ts'
import { compiled, samples } from '../../../fixtures/families.ts'

t.test('every family of the folder is listed, under a name of its own', async t => {
  const files = readdirSync(fromPackage('lib', 'models', 'rehearsal', 'families')).filter(file => file !== 'index.ts')
  let inFiles = 0
  for (const file of files) {
    const found = await import(`../../../../lib/models/rehearsal/families/${file}`)
    inFiles += Object.values<unknown[]>(found).flat().length
  }
  t.equal(families.length, inFiles)
  t.equal(new Set(families.map(({ name }) => name)).size, families.length)
})

t.test('every seed that ships is understood, each by another family', async t => {
  const seeds = readFileSync(fromPackage('fixtures', 'seeds.txt'), 'utf8').trim().split('\n')
  t.equal(seeds.length, 40)
  t.same(
    seeds.filter(seed => !parse(seed)),
    [],
  )
  t.equal(new Set(seeds.map(seed => parse(seed)?.family)).size, seeds.length)
})

t.test('an instruction or a function of somebody else is nobody’s', async t => {
  t.equal(parse('Write like a pirate.'), undefined)
  t.equal(parse(''), undefined)
  t.equal(parse('Answer in at least 7000 words.'), undefined)
  t.equal(recognise('function evaluate(response) { return response.length % 7 === 3 }'), undefined)
})

const drawn = families.flatMap(family => samples(family, 2).map(sample => ({ family, ...sample })))
const texts = drawn.flatMap(({ written }) => written.slice(0, 1))

t.test('no family reads the phrasing of another', async t => {
  const shared = drawn.flatMap(({ family, constraint: { phrasings } }) =>
    families.filter(other => other !== family && phrasings.some(phrasing => other.parse(phrasing))),
  )
  t.same(
    shared.map(({ name }) => name),
    [],
  )
})

t.test('right functions agree with the truth on what was written for other families', async t => {
  const mistaken = drawn.flatMap(({ constraint: { holds, functions } }) =>
    functions.javascript.right.flatMap(code => {
      const evaluate = compiled(code)
      return texts.filter(text => evaluate(text) !== holds(text)).map(text => ({ code, text }))
    }),
  )
  t.same(mistaken, [])
})

t.test('a wrong function does what its sentence says, where a family knows the sentence', async t => {
  let known = 0
  for (const { constraint, written, violated } of drawn) {
    for (const [says, code] of Object.entries(constraint.functions.javascript.wrong)) {
      const meant = parse(says)
      if (!meant) continue
      known++
      const evaluate = compiled(code)
      t.same(
        [...written, ...violated, ...texts].filter(text => evaluate(text) !== meant.holds(text)),
        [],
        says,
      )
    }
  }
  t.ok(known > 0)
})

t.test('no text follows both an instruction and its drift, where a family knows the drift', async t => {
  let known = 0
  for (const { constraint, written } of drawn) {
    for (const drift of constraint.drifts) {
      const opposite = parse(drift)
      if (!opposite) continue
      known++
      t.same(
        [...written, ...texts].filter(text => constraint.holds(text) && opposite.holds(text)),
        [],
        drift,
      )
    }
  }
  t.ok(known > 20)
})

t.test('what a function checks is found among all families', async t => {
  const missed = drawn.flatMap(({ constraint: { phrasings, functions } }) =>
    functions.javascript.right.filter(code => !recognise(code)?.phrasings.some(text => phrasings.includes(text))),
  )
  t.same(missed, [])
})
