import t from 'tap'
import { parse } from 'yaml'
import { writtenYaml } from '../../../lib/config/run-folder/written-yaml.ts'

t.test('small numbers are numbers to PyYAML, which wants a point before the exponent', async t => {
  const options = { learning_rate: 5e-7, other: 7e-6, text: '5e-7', list: [1, 0.5] }
  const yaml = writtenYaml(options, ['a remark'])
  t.match(yaml, /^# a remark\nlearning_rate: 5\.0e-7\nother: 0\.000007\ntext: "5e-7"\n/)
  t.strictSame(parse(yaml), options)
})

t.test('a long text stays on its line', async t => {
  t.equal(writtenYaml({ a: 'word '.repeat(60).trim() }).split('\n').length, 2)
})
