import t from 'tap'
import { jsonSpans } from '../../lib/text/json-span.ts'

t.test('an object is found among words, and braces that open no JSON are passed over', async t => {
  t.equal(jsonSpans('With {N} words: {"a": {"b": "}"}} as {said}.', '{')[0], '{"a": {"b": "}"}}')
})

t.test('every object that stands on its own is a guess, the widest stretch the last', async t => {
  t.strictSame(jsonSpans('{"a": 1} or {"b": 2}', '{'), ['{"a": 1}', '{"b": 2}', '{"a": 1} or {"b": 2}'])
})

t.test('a bracket inside a string does not end a list, whichever quotes it has', async t => {
  t.equal(jsonSpans('So: ["a ]", "it\'s"] as in [1].', '[')[0], '["a ]", "it\'s"]')
  t.equal(jsonSpans("So: ['a ]', 'b'] as in [1].", '[')[0], "['a ]', 'b']")
})

t.test('where quotes do not pair up everything to the last bracket is the guess', async t => {
  t.strictSame(jsonSpans('x {"a": "5" wide"} y', '{'), ['{"a": "5" wide"}'])
})

t.test('a text without JSON has none', async t => {
  t.strictSame(jsonSpans('Use {N} words [and no more].', '{'), [])
  t.strictSame(jsonSpans('{"never closed": ', '{'), [])
})
