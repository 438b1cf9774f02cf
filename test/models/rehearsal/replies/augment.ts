import t from 'tap'
import { parse } from '../../../../lib/models/rehearsal/families/index.ts'
import { defaults } from '../../../../lib/models/rehearsal/rates.ts'
import { augment } from '../../../../lib/models/rehearsal/replies/augment.ts'
import { seeded } from '../../../../lib/random.ts'
import { bullets } from '../../../../lib/text/bullets.ts'

const shown = ['Do not use any commas.', 'Include the word "river" in your answer.']
const examples = shown.map(shot => `- ${shot}`).join('\n')
const made = (unusableBullets: number, count = 50, seed = 'augment'): string[] =>
  bullets(augment({ count: `${count}`, examples }, { ...defaults, unusableBullets })(seeded(seed)))

t.test('the number of instructions asked for is given, of many families', async t => {
  const instructions = made(0)
  t.equal(instructions.length, 50)
  t.same(
    instructions.filter(text => !parse(text)),
    [],
  )
  t.ok(new Set(instructions.map(text => parse(text)?.family)).size > 20)
})

t.test('all that is unusable is a style, or a repetition or near-repetition of what was shown or said', async t => {
  const instructions = made(1, 60)
  const repeated = instructions.filter((text, at, all) => shown.includes(text) || all.indexOf(text) < at)
  const altered = instructions.filter(text => /^Please |, please\.$/.test(text))
  const fresh = instructions.filter(text => !repeated.includes(text) && !altered.includes(text))
  t.ok(repeated.length > 5 && altered.length > 5 && fresh.length > 0)
  t.same(
    fresh.filter(text => parse(text)),
    [],
    'the others ask for a style',
  )
})

t.test('unusable ones come as often as asked', async t => {
  const share = (rate: number): number =>
    made(rate, 500).filter((text, at, all) => !parse(text) || all.indexOf(text) < at || shown.includes(text)).length /
    500
  t.ok(Math.abs(share(0.3) - share(0) - 0.3) < 0.08, `${share(0.3)} of them, ${share(0)} by chance`)
})

t.test('a prompt without examples or with an odd count is answered too', async t => {
  t.equal(bullets(augment({ count: '5', examples: '' }, { ...defaults, unusableBullets: 1 })(seeded('none'))).length, 5)
  t.equal(bullets(augment({ count: 'several', examples }, defaults)(seeded('odd'))).length, 1)
  t.equal(bullets(augment({ count: '99999', examples }, defaults)(seeded('many'))).length, 500)
})
