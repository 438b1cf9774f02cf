import t from 'tap'
import { python } from '../../fixtures/python.ts'

const ask = await python(t)

t.test('texts arrive in Python as they are', async t => {
  const odd = ['', 'a\0b', '\r\n', 'ü', '\u2028', '😀', '\ud800', '\udc00\ud800', '\ufeffx', 'x😀y\ud83d']
  for (const text of odd) {
    const codes = Array.from(text, letter => letter.codePointAt(0))
    const source = `def evaluate(response):\n    return [ord(letter) for letter in response] == [${codes}]`
    t.same(await ask(source, [text, `${text}!`]), { outcomes: 'TF' }, `the text of ${codes}`)
  }
})

t.test('long texts arrive, too', async t => {
  const text = `a${'ü'.repeat(300_000)}z`
  const source = 'def evaluate(response):\n    return len(response) == 300002 and response[0] + response[-1] == "az"'
  t.same(await ask(source, [text, '', text]), { outcomes: 'TFT' })
})

t.test('what is said comes back as it is, however long', async t => {
  t.match(await ask('def evaluate(response):\n    raise ValueError(response)', ['ü😀\ud800x']), {
    message: 'ValueError: ü😀\ufffdx',
  })
  const inputs = Array.from({ length: 10_000 }, (_, at) => 'x'.repeat(at % 3))
  const wanted = inputs.map(input => 'FTO'[input.length]).join('')
  const source = 'def evaluate(response):\n    return (False, True, 5)[len(response)]'
  const answer = await ask(source, inputs)
  t.match(answer, { outcomes: wanted })
  t.equal('values' in answer && answer.values?.length, 3333)
})
