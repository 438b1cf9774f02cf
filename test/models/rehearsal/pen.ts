import t from 'tap'
import { capital, type Pen, penFor, topicOf } from '../../../lib/models/rehearsal/pen.ts'
import { seeded } from '../../../lib/random.ts'

const pen = (topic: readonly string[] = [], seed = 'pen'): Pen => penFor(topic, seeded(seed))

t.test('the topic is what a query is about, small words left out', async t => {
  t.same(topicOf('What is the best way to TRAIN a puppy? Train it!'), ['best', 'train', 'puppy'])
  t.same(topicOf('为什么?'), [])
})

t.test('prose is the same for the same seed and differs for another', async t => {
  t.equal(pen().prose(), pen().prose())
  t.not(pen().prose(), pen([], 'another').prose())
})

t.test('a passage has exactly the words it is asked for, in sentences', async t => {
  for (let count = 1; count <= 60; count++) {
    const text = pen(['puppy'], `${count}`).passage(count)
    t.equal(text.split(' ').length, count)
    t.match(text, /^[A-Z][a-z ]*\.(?: [A-Z][a-z ]*\.)*$/, 'letters only, a full stop after every sentence')
  }
})

t.test('a sentence names the topic', async t => {
  for (let seed = 0; seed < 20; seed++) t.match(pen(['puppy'], `${seed}`).sentence(), /puppy/i)
})

t.test('a pen may be held to some words', async t => {
  const text = pen(['house', 'barn'])
    .only(word => !word.includes('e'))
    .passage(200)
  t.notMatch(text, /e/)
  t.match(text, /barn/)
})

t.test('a capital is put in front', async t => {
  t.equal(capital('word'), 'Word')
  t.equal(capital(''), '')
})
