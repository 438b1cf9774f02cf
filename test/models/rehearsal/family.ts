import t from 'tap'
import { family } from '../../../lib/models/rehearsal/family.ts'
import { whole } from '../../../lib/models/rehearsal/parameters.ts'
import { js, py } from '../../../lib/models/rehearsal/source.ts'
import { seeded } from '../../../lib/random.ts'

const script = {
  name: 'stars',
  params: { count: whole(2, 5) },
  phrasings: ['Write {{countInWords}} stars or more.', 'Use at least {{count}} stars.'],
  drifts: ['Write fewer than {{count}} stars.'],
  functions: {
    javascript: {
      right: [js`return response.split('*').length > {{count}}`],
      wrong: {
        'Write something.': js`return response.length > 0`,
        'Write {{count}} letters.': js`return response.length >= {{count}}`,
      },
    },
    python: {
      right: [py`return response.count("*") >= {{count}}`],
      wrong: { 'Write more than {{count}} stars.': py`return response.count("*") > {{count}}` },
    },
  },
  holds: ({ count }: { count: number }, response: string) => response.split('*').length > count,
  write: ({ count }: { count: number }) => '*'.repeat(count),
}
const stars = family(script)

t.test('an instruction is understood as a program may have changed it', async t => {
  for (const text of ['Write three stars or more.', 'write three stars or more', ' Write three stars or more. ']) {
    t.same(stars.parse(text)?.params, { count: 3 }, text)
  }
  t.equal(stars.parse('Write seven stars or more.'), undefined)
  t.equal(stars.parse('Write three stars or more. Be nice.'), undefined)
})

t.test('sentences and sources are filled', async t => {
  const drawn = stars.parse('Use at least 4 stars.')
  t.same(drawn?.phrasings, ['Write four stars or more.', 'Use at least 4 stars.'])
  t.same(drawn?.drifts, ['Write fewer than 4 stars.'])
  t.match(drawn?.functions.javascript.right[0], "split('*').length > 4")
  t.same(Object.keys(drawn?.functions.javascript.wrong ?? {}), ['Write something.', 'Write 4 letters.'])
  t.match(drawn?.functions.python.right[0], 'count("*") >= 4')
  t.match(drawn?.functions.python.wrong, { 'Write more than 4 stars.': 'count("*") > 4' })
})

t.test('a function is described by what it really checks, and only a right one has drifts', async t => {
  for (const code of [js`return response.split('*').length > 5`, py`return response.count("*") >= 5`]) {
    t.match(stars.recognise(code), {
      phrasings: ['Write five stars or more.', 'Use at least 5 stars.'],
      drifts: ['Write fewer than 5 stars.'],
    })
  }
  t.same(stars.recognise(py`return response.count("*") > 3`)?.phrasings, ['Write more than 3 stars.'])
  t.same(stars.recognise(js`return response.length > 0`), { phrasings: ['Write something.'], drifts: [] })
  t.equal(stars.recognise(js`return response.length > 1`), undefined)
})

t.test('writing is tried until it succeeds', async t => {
  let tries = 0
  const slow = family({ ...script, write: ({ count }: { count: number }) => (++tries < 5 ? 'no' : '*'.repeat(count)) })
  t.match(slow.draw(seeded('slow')).write('anything', seeded('slow')), /^\*+$/)
  t.equal(tries, 5)
})

t.test('a text that already breaks the instruction is still broken afterwards', async t => {
  const drawn = stars.draw(seeded('broken'))
  t.notOk(drawn.holds(drawn.violate('', seeded('broken'))))
})

t.test('a family that cannot write what it asks for says which it is', async t => {
  const never = family({ ...script, write: () => 'no' })
  t.throws(() => never.draw(seeded('never')).write('anything', seeded('never')), /the family stars finds no text/)
})
