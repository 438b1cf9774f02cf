import t from 'tap'
import { families, parse } from '../../../../lib/models/rehearsal/families/index.ts'
import type { Language } from '../../../../lib/models/rehearsal/family.ts'
import { defaults, type Rates } from '../../../../lib/models/rehearsal/rates.ts'
import { generateVerifiers } from '../../../../lib/models/rehearsal/replies/generate-verifiers.ts'
import { truth } from '../../../../lib/models/rehearsal/truth.ts'
import { seeded } from '../../../../lib/random.ts'
import { type VerifierReply, verifierReply } from '../../../../lib/text/verifier-reply.ts'
import { languages } from '../../../fixtures/families.ts'
import { needs, verdicts } from '../../../fixtures/verdicts.ts'

const right: Rates = { ...defaults, wrongFunctions: 0, wrongCases: 0, brokenReplies: 0 }
const instructions = families.map(family => family.draw(seeded(family.name)).phrasings[0]!)

const near = (share: number, rate: number): boolean => Math.abs(share - rate) < 0.05
const read = (reply: string): VerifierReply => {
  const found = verifierReply(reply, { tolerant: false })
  if (typeof found === 'string') throw new Error(`${found}: ${reply}`)
  return found
}
const mistaken = (language: Language, replies: readonly VerifierReply[]) => {
  const asked = replies.map(({ func, cases }) => ({ code: func, inputs: cases.map(({ input }) => String(input)) }))
  const found = verdicts[language](asked)
  return replies.filter(({ cases }, at) => cases.some(({ expected }, place) => found[at]?.[place] !== expected))
}

for (const language of languages) {
  const replies = (rates: Rates, instruction: string, count: number): string[] => {
    const answer = generateVerifiers(language)({ instruction }, rates)
    return Array.from({ length: count }, (_, at) => answer(seeded(`${instruction} ${at}`)))
  }
  const all = (rates: Rates, count: number) =>
    instructions.flatMap(instruction =>
      replies(rates, instruction, count).map(reply => ({ ...read(reply), truth: truth(instruction)! })),
    )

  t.test(`a reply has a right function and three cases of both kinds, for every family, in ${language}`, async t => {
    for (const { func, cases, truth } of all(right, 2)) {
      t.match(func, language === 'python' ? /^def evaluate\(/m : /^function evaluate\(/)
      t.equal(truth.rightFunction(func), true, func)
      t.equal(cases.length, 3)
      t.ok(cases.some(({ expected }) => expected) && cases.some(({ expected }) => !expected))
    }
  })

  t.test(`the function of a reply passes its cases, in ${language}`, needs(language), async t => {
    t.same(mistaken(language, all(right, 2)), [])
  })

  t.test(`functions and cases are wrong as often as asked, in ${language}`, async t => {
    const found = all({ ...right, wrongFunctions: 0.3, wrongCases: 0.2 }, 10)
    const wrong = found.filter(({ func, truth }) => truth.rightFunction(func) === false)
    t.ok(near(wrong.length / found.length, 0.3), `${wrong.length} of ${found.length} functions`)
    const cases = found.flatMap(({ cases, truth }) =>
      cases.map(({ input, expected }) => truth.holds(input) === expected),
    )
    t.ok(near(cases.filter(sound => !sound).length / cases.length, 0.2), 'cases')
  })

  t.test(`the form is broken as often as asked, sometimes beyond repair, in ${language}`, async t => {
    const found = instructions.flatMap(instruction => replies({ ...right, brokenReplies: 0.4 }, instruction, 10))
    const sound = found.filter(reply =>
      /^```json\n\{\n {2}"func": "[^\n]+",\n[\s\S]*"output": (true|false)\n[\s\S]*\}\n```$/.test(reply),
    )
    t.ok(near(1 - sound.length / found.length, 0.4), `${sound.length} of ${found.length} are as demanded`)
    const mended = found.map(reply => verifierReply(reply, { tolerant: true })).filter(one => typeof one === 'object')
    t.ok(mended.length > sound.length && mended.length < found.length, `${mended.length} can be read`)
    const whole = new Set(
      instructions.flatMap(instruction => replies(right, instruction, 10)).map(reply => read(reply).func),
    )
    t.same(
      mended.filter(({ func }) => !whole.has(func)),
      [],
      'what can be read is read as it was meant',
    )
  })

  t.test(`enough functions and cases come together for upstream’s minimum of 3 and 10, in ${language}`, async t => {
    for (const instruction of instructions) {
      const found = replies(right, instruction, 8).map(read)
      t.ok(new Set(found.map(({ func }) => func)).size >= 3, instruction)
      t.ok(new Set(found.flatMap(({ cases }) => cases.map(({ input }) => input))).size >= 10, instruction)
    }
  })

  t.test(
    `an instruction that no family knows gets something vague that runs, in ${language}`,
    needs(language),
    async t => {
      const instruction = 'Write like a pirate.'
      t.equal(parse(instruction), undefined)
      t.same(mistaken(language, replies(right, instruction, 10).map(read)), [])
    },
  )
}
