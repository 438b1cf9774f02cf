import t from 'tap'
import { isProblem } from '../../../lib/records/door.ts'
import { doors } from '../../../lib/records/interchange/doors.ts'
import { seedTask } from '../../../lib/records/interchange/examples.ts'
import { lineOf } from '../../../lib/records/interchange/lines.ts'
import { preference } from '../../../lib/records/interchange/preference.ts'

t.test('every kind of record has a line to show, and its door reads it', async t => {
  for (const [stage, door] of Object.entries({ ...doors, seeds: seedTask, pairs: preference })) {
    const line = lineOf(door.kind)
    t.ok(line, `${stage} reads a ${door.kind}`)
    const read = door.read(JSON.parse(line ?? '{}'))
    t.notOk(isProblem(read), `${stage}: ${line} ${JSON.stringify(read)}`)
  }
})

t.test('a kind of somebody else’s has none', async t => {
  t.equal(lineOf('toString'), undefined)
})
