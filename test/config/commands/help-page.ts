import t from 'tap'
import { printed, shown } from '../../../lib/config/commands/help-page.ts'

t.test('a page has its lists before the options, and what stands last line for line', async t => {
  const line = `{"query":"${'How do tides work? '.repeat(8)}"}`
  const command = shown('any thing', '[options]', 'does a thing').option('--far', 'as far as it goes')
  const lists = [
    {
      heading: 'Things:',
      names: [
        ['one', 'the first'],
        ['another', 'the one after it'],
      ],
    },
  ] as const
  t.equal(
    printed({ command, lists, last: line }, 60),
    [
      'Usage: any thing [options]',
      '',
      'does a thing',
      '',
      'Things:',
      '  one      the first',
      '  another  the one after it',
      '',
      'Options:',
      '  --far       as far as it goes',
      '  -h, --help  display help for command',
      '',
      line,
      '',
    ].join('\n'),
  )
})

t.test('a page is as wide as it is told', async t => {
  const command = shown('any', '[options]', 'a word and another and one more and the last of all of them')
  t.ok(
    printed({ command }, 45)
      .split('\n')
      .every(line => line.length <= 45),
  )
  t.equal(printed({ command }, undefined).split('\n').length, printed({ command }, 80).split('\n').length)
})
