import t from 'tap'
import { dress } from '../../../lib/models/rehearsal/dress.ts'
import { parse } from '../../../lib/models/rehearsal/families/index.ts'
import { truth } from '../../../lib/models/rehearsal/truth.ts'
import { vague } from '../../../lib/models/rehearsal/vague.ts'
import { seeded } from '../../../lib/random.ts'
import { languages } from '../../fixtures/families.ts'

const instruction = 'Answer in at least 20 words.'

t.test('what follows an instruction is known', async t => {
  t.equal(truth(instruction)?.holds('word '.repeat(20)), true)
  t.equal(truth(instruction)?.holds('word '.repeat(19)), false)
})

for (const language of languages) {
  const { right, wrong } = parse(instruction)!.functions[language]

  t.test(`a right function is right for its own instruction alone, however it is dressed, in ${language}`, async t => {
    const random = seeded('truth')
    for (const code of right) {
      t.equal(truth(instruction)?.rightFunction(dress(code, random)), true)
      t.equal(truth('Answer in at least 21 words.')?.rightFunction(code), false)
      t.equal(truth('Do not use any commas.')?.rightFunction(code), false)
    }
  })

  t.test(`a wrong function and a vague one are wrong, in ${language}`, async t => {
    for (const code of [...Object.values(wrong), ...Object.values(vague[language])]) {
      t.equal(truth(instruction)?.rightFunction(code), false)
    }
  })
}

t.test('nothing is claimed about code or instructions of somebody else', async t => {
  t.equal(truth(instruction)?.rightFunction('function evaluate(response) { return response.length > 77 }'), undefined)
  t.equal(truth(instruction)?.rightFunction('def evaluate(response):\n    return len(response) > 77'), undefined)
  t.equal(truth('Write like a pirate.'), undefined)
})
