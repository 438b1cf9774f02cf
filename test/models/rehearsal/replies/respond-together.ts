import t from 'tap'
import { parse } from '../../../../lib/models/rehearsal/families/index.ts'
import { defaults } from '../../../../lib/models/rehearsal/rates.ts'
import { respondTogether } from '../../../../lib/models/rehearsal/replies/respond-together.ts'
import { seeded } from '../../../../lib/random.ts'
import { contradicts } from '../../../../lib/text/contradiction.ts'

const replies = (instructions: readonly string[], violatingResponses: number) => {
  const answer = respondTogether(
    { instructions: instructions.map(one => `- ${one}`).join('\n'), query: 'How do tides work?' },
    { ...defaults, violatingResponses },
  )
  return Array.from({ length: 60 }, (_, at) => answer(seeded(`${at}`)))
}
const holds = (instruction: string, text: string) => parse(instruction)?.holds(text) ?? false

const both = ['Answer in at least 20 words.', 'Include the word "lantern" in your answer.']

t.test('a text follows all instructions, or as often as asked breaks one', async t => {
  t.ok(replies(both, 0).every(text => both.every(one => holds(one, text))))
  const broken = replies(both, 0.5).filter(text => !both.every(one => holds(one, text))).length
  t.ok(broken > 15 && broken < 45, `${broken} of 60`)
})

t.test('of instructions that cannot be followed together it says so, or follows the first', async t => {
  const never = ['Answer in at least 60 words.', 'Answer in at most 15 words.']
  const all = replies(never, 0)
  const said = all.filter(contradicts).length
  t.ok(said > 15 && said < 45, `${said} of 60`)
  t.ok(all.every(text => contradicts(text) || holds('Answer in at least 60 words.', text)))
})

t.test('what no family knows is answered in prose', async t => {
  t.notOk(replies(['Sing.'], 0).some(contradicts))
})
