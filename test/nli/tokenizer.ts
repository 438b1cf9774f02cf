import t from 'tap'
import { fitted, pairTokenizer } from '../../lib/nli/tokenizer.ts'

const special = ['<pad>', '<s>', '</s>', '<unk>']
const words = [...special, 'a', 'b', 'red', 'green', 'blue']
const mark = (id: string) => ({ SpecialToken: { id, type_id: 0 } })

/** A tokenizer with a template of its own: <s> premise </s> </s> hypothesis </s>. */
const tokenizer = {
  version: '1.0',
  added_tokens: special.map((content, id) => ({ id, content, special: true, normalized: false })),
  normalizer: { type: 'Lowercase' },
  pre_tokenizer: { type: 'WhitespaceSplit' },
  post_processor: {
    type: 'TemplateProcessing',
    single: [mark('<s>'), { Sequence: { id: 'A', type_id: 0 } }, mark('</s>')],
    pair: [
      mark('<s>'),
      { Sequence: { id: 'A', type_id: 0 } },
      mark('</s>'),
      mark('</s>'),
      { Sequence: { id: 'B', type_id: 1 } },
      { SpecialToken: { id: '</s>', type_id: 1 } },
    ],
    special_tokens: Object.fromEntries(
      ['<s>', '</s>'].map(token => [token, { id: token, ids: [words.indexOf(token)], tokens: [token] }]),
    ),
  },
  decoder: null,
  model: { type: 'WordPiece', unk_token: '<unk>', vocab: Object.fromEntries(words.map((word, id) => [word, id])) },
}
const ids = (text: string) => text.split(' ').map(word => words.indexOf(word))

t.test('a pair is put into the template that the tokenizer itself has', async t => {
  const { encode, pad } = pairTokenizer(tokenizer, { pad_token: { content: '<pad>' } })
  t.same(encode('red green', 'Blue'), {
    ids: ids('<s> red green </s> </s> blue </s>'),
    types: [0, 0, 0, 0, 0, 1, 1],
  })
  t.equal(pad, 0)
})

t.test('an empty side still makes a pair', async t => {
  const { encode } = pairTokenizer(tokenizer, {})
  t.same(encode('red', '').ids, ids('<s> red </s> </s> </s>'))
  t.same(encode('', 'red').ids, ids('<s> </s> </s> red </s>'))
  t.same(encode('', '').ids, ids('<s> </s> </s> </s>'))
})

t.test('pairs are cut to model_max_length, and never exceed 512', async t => {
  const long = Array<string>(900).fill('red').join(' ')
  const short = pairTokenizer(tokenizer, { model_max_length: 9 })
  t.same(short.encode(long, 'green blue').ids, ids('<s> red red red </s> </s> green blue </s>'))
  t.same(short.encode('green blue', long).ids, ids('<s> green blue </s> </s> red red red </s>'))
  t.equal(pairTokenizer(tokenizer, { model_max_length: 1e30 }).encode(long, long).ids.length, 512)
  t.equal(pairTokenizer(tokenizer, {}).encode(long, 'blue').types.length, 512)
})

t.test('the longer side gives way first', async t => {
  t.same(fitted(3, 4, 10), [3, 4])
  t.same(fitted(30, 4, 10), [6, 4])
  t.same(fitted(4, 30, 10), [4, 6])
  t.same(fitted(30, 20, 11), [6, 5])
  t.same(fitted(20, 20, 11), [5, 6])
  t.same(fitted(5, 5, 0), [0, 0])
})
