import t from 'tap'
import { count, lines, paragraphs, plainWords, sentences, words } from '../../../lib/models/rehearsal/measures.ts'

const text = 'One, two. Is 3.5 more?\n\n- "Yes!"\n \nNo end'

t.test('words are what white space parts', async t => {
  t.same(words(text), ['One,', 'two.', 'Is', '3.5', 'more?', '-', '"Yes!"', 'No', 'end'])
  t.same(words('  '), [])
})

t.test('plain words have neither capitals nor signs', async t => {
  t.same(plainWords('Well-known: THE_end!'), ['well', 'known', 'the_end'])
})

t.test('a sentence ends with a sign before white space or the end', async t => {
  t.same(sentences(text), ['One, two.', 'Is 3.5 more?'])
  t.same(sentences('Really?! Yes...'), ['Really?!', 'Yes...'])
  t.same(sentences('no sign at all'), [])
})

t.test('paragraphs stand between blank lines, lines have something on them', async t => {
  t.equal(paragraphs(text).length, 3)
  t.same(lines(text), ['One, two. Is 3.5 more?', '- "Yes!"', 'No end'])
})

t.test('matches are counted', async t => {
  t.equal(count('a,b,c', /,/g), 2)
  t.equal(count('abc', /,/g), 0)
})
