import t from 'tap'
import { dpoShapes, sftShapes } from '../../../lib/sinks/shapes/index.ts'

t.test('the flags’ names of the shapes', async t => {
  t.strictSame(Object.keys(sftShapes), ['alpaca', 'messages'])
  t.strictSame(Object.keys(dpoShapes), ['ranking', 'trl-preference'])
})
