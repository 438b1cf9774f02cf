import t from 'tap'
import { normalised } from '../../lib/text/normalised.ts'

t.test('texts that differ in case, white space and composition only come out equal', async t => {
  t.equal(normalised('  Use\n NO\u00a0commas.\t'), 'use no commas.')
  t.equal(normalised('Re\u0301sume\u0301'), normalised('RÉSUMÉ'))
})

t.test('texts that say different things stay different', async t => {
  t.not(normalised('Use 5 words.'), normalised('Use 6 words.'))
  t.not(normalised('résumé'), normalised('resume'))
})
