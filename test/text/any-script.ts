import t from 'tap'
import { tokensInAnyScript } from '../../lib/text/any-script.ts'
import { tokens } from '../../lib/text/rouge-l.ts'

t.test('a text in Latin script has the tokens ROUGE gives it', async t => {
  for (const text of ['Use “no” commas – 3.5%!', 'Käytä täsmälleen 5 sanaa.', 'Cafe\u0301, naïve ½ ª ™ 😀', '']) {
    t.strictSame(tokensInAnyScript(text), tokens(text), text)
  }
})

t.test('words of other scripts are tokens where they have spaces, characters where they have none', async t => {
  t.strictSame(tokensInAnyScript('Ответь в 5 Словах'), ['ответь', 'в', '5', 'словах'])
  t.strictSame(tokensInAnyScript('用5个JSON词。'), ['用', '5', '个', 'json', '词'])
  t.strictSame(tokensInAnyScript('हिन्दी में'), ['हिन्दी', 'में'])
})
