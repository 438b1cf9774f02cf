import { existsSync } from 'node:fs'
import t from 'tap'
import { tasksFile } from '../../../lib/config/open/tasks-file.ts'

t.test('a pool begins with the tasks that are named, or with ours', async t => {
  t.equal(tasksFile({ seeds: 'mine.jsonl' }), 'mine.jsonl')
  t.match(tasksFile({ seeds: '' }), /seed-tasks\.jsonl$/)
  t.ok(existsSync(tasksFile({ seeds: '' })))
})
