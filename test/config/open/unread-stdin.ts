import { execFileSync } from 'node:child_process'
import { closeSync, constants, openSync } from 'node:fs'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import t, { type Test } from 'tap'
import { unreadStdin } from '../../../lib/config/open/unread-stdin.ts'

const over = (t: Test, path: string, flags: number = constants.O_RDONLY) => {
  const fd = openSync(path, flags)
  t.teardown(() => closeSync(fd))
  return Object.assign(new PassThrough(), { fd })
}

const told = (stdin: PassThrough): readonly string[] => {
  const lines: string[] = []
  unreadStdin(stdin, 'self-instruct', line => lines.push(line))
  return lines
}

t.test('a file that nobody reads is refused, with where it belongs', async t => {
  const path = join(t.testdir({ 'tasks.jsonl': '{}' }), 'tasks.jsonl')
  t.throws(() => told(over(t, path)), {
    code: 'AUTOIF_USAGE',
    message: 'self-instruct reads nothing from stdin, and a file is sent to it',
    hint: /--seeds/,
  })
})

t.test('a pipe is told of and left unread', async t => {
  const path = join(t.testdir(), 'pipe')
  execFileSync('mkfifo', [path])
  const stdin = over(t, path, constants.O_RDONLY | constants.O_NONBLOCK)
  t.strictSame(told(stdin), [
    'What comes in on stdin is not read: self-instruct takes seed tasks from --seeds FILE, else its own.\n',
  ])
  t.equal(stdin.listenerCount('data') + stdin.listenerCount('readable'), 0)
})

t.test('/dev/null, which is what a scheduler gives, and a stdin without a descriptor are left alone', async t => {
  t.strictSame(told(over(t, '/dev/null')), [])
  t.strictSame(told(new PassThrough()), [])
})
