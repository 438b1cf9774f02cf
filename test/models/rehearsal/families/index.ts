import { readdirSync, readFileSync } from 'node:fs'
import t from 'tap'
import { families, parse, recognise } from '../../../../lib/models/rehearsal/families/index.ts'
import { fromPackage } from '../../../../lib/package-folder.ts'
import { languages, samples } from '../../../fixtures/families.ts'
import { needs, verdicts } from '../../../fixtures/verdicts.ts'

t.test('every family of the folder is listed, under a name of its own', async t => {
  const names = readdirSync(fromPackage('lib', 'models', 'rehearsal', 'families'))
  const files = names.filter(name => name.endsWith('.ts') && name !== 'index.ts')
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

interface Shown {
  readonly code: string
  readonly inputs: readonly string[]
  readonly holds: (text: string) => boolean
}

for (const language of languages) {
  const mistaken = (shown: readonly Shown[]) => {
    const found = verdicts[language](shown)
    return shown.flatMap(({ code, inputs, holds }, at) =>
      inputs.filter((text, place) => found[at]?.[place] !== holds(text)).map(text => ({ code, text })),
    )
  }

  const agree = `right functions agree with the truth on what was written for other families, in ${language}`
  t.test(agree, needs(language), async t => {
    const shown = drawn.flatMap(({ constraint: { holds, functions } }) =>
      functions[language].right.map(code => ({ code, inputs: texts, holds })),
    )
    t.same(mistaken(shown), [])
  })

  const honest = `a wrong function does what its sentence says, where a family knows the sentence, in ${language}`
  t.test(honest, needs(language), async t => {
    const shown = drawn.flatMap(({ constraint, written, violated }) =>
      Object.entries(constraint.functions[language].wrong).flatMap(([says, code]) => {
        const meant = parse(says)
        return meant ? [{ code, inputs: [...written, ...violated, ...texts], holds: meant.holds }] : []
      }),
    )
    t.ok(shown.length > 0)
    t.same(mistaken(shown), [])
  })
}

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
    languages.flatMap(language => {
      const { right, wrong } = functions[language]
      return [
        ...right.filter(code => recognise(code)?.phrasings.join() !== phrasings.join()),
        ...Object.entries(wrong).filter(([says, code]) => recognise(code)?.phrasings.join() !== says),
      ]
    }),
  )
  t.same(missed, [])
})
