import { setImmediate } from 'node:timers/promises'
import t from 'tap'
import { bounded } from '../../lib/models/bounded.ts'

const never = new AbortController().signal

/** A task whose every call stays open until it is let go by name. */
const held = () => {
  const started: string[] = []
  const open = new Map<string, PromiseWithResolvers<string>>()
  const task = (name: string) => {
    started.push(name)
    const promise = Promise.withResolvers<string>()
    open.set(name, promise)
    return promise.promise
  }
  return {
    started,
    task,
    done: (name: string) => open.get(name)?.resolve(name),
    fail: (name: string) => open.get(name)?.reject(name),
  }
}

t.test('no more than the width run at once, the rest in order of arrival', async t => {
  const { started, task, done } = held()
  const run = bounded(2, task)
  const all = ['a', 'b', 'c', 'd'].map(name => run(name, never))
  await setImmediate()
  t.strictSame(started, ['a', 'b'])
  done('b')
  await setImmediate()
  t.strictSame(started, ['a', 'b', 'c'])
  done('c')
  await setImmediate()
  done('a')
  done('d')
  t.strictSame(await Promise.all(all), ['a', 'b', 'c', 'd'])
})

t.test('a task that throws gives its place back', async t => {
  const { started, task, done, fail } = held()
  const run = bounded(1, task)
  const bad = run('bad', never)
  const good = run('good', never)
  fail('bad')
  await t.rejects(bad, 'bad')
  t.strictSame(started, ['bad', 'good'])
  done('good')
  t.equal(await good, 'good')
})

t.test('whoever waits leaves at once when its signal fires, and its turn goes to the next', async t => {
  const { started, task, done } = held()
  const run = bounded(1, task)
  const quitter = new AbortController()
  const first = run('first', never)
  const second = run('second', quitter.signal)
  const third = run('third', never)
  quitter.abort(new Error('enough'))
  await t.rejects(second, { message: 'enough' })
  done('first')
  await first
  await setImmediate()
  t.strictSame(started, ['first', 'third'])
  done('third')
  await third
})

t.test('a signal that fired before takes no place', async t => {
  const { started, task } = held()
  await t.rejects(bounded(1, task)('late', AbortSignal.abort(new Error('over'))), { message: 'over' })
  t.strictSame(started, [])
})
