import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import t from 'tap'
import { forkChild } from '../../lib/sandbox/fork-child.ts'

const linux = process.platform === 'linux' ? false : 'reads /proc'
const work = (source: string) => ({ functions: [source], inputs: ['a'], wallMs: 60_000, memoryMb: 32 })
const stuck = '() => Array.prototype.includes.call({ length: 2 ** 53 - 1 }, 1)'

const alive = (pid: number): boolean => {
  try {
    return !/^State:\s+[ZX]/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'))
  } catch {
    return false
  }
}

t.test('the child knows nothing of the environment it was started in', { skip: linux }, async t => {
  process.env.SECRET_OF_A_USER = 'x'
  const child = forkChild({ threads: 1, residentMb: 1000 })
  t.match(await once(child, 'message'), [{ is: 'ready' }])
  const environment = readFileSync(`/proc/${child.pid}/environ`, 'utf8').split('\0')
  t.notOk(environment.some(one => one.startsWith('SECRET_OF_A_USER=') || one.startsWith('HOME=')))
  t.ok(environment.includes('TZ=UTC') && environment.includes('LC_ALL=C'))
  child.kill('SIGKILL')
})

t.test('Ctrl-C does not take the child away from the work it has', async t => {
  const child = forkChild({ threads: 1, residentMb: 1000 })
  await once(child, 'message')
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) child.kill(signal)
  child.send({ id: 1, work: work('r => r === "a"') })
  t.match(await once(child, 'message'), [{ is: 'answer', id: 1, answer: { gradings: [{ outcomes: 'T' }] } }])
  child.kill('SIGKILL')
})

t.test('the child ends when its parent lets go of it, even with a thread that nothing can stop', async t => {
  const child = forkChild({ threads: 1, residentMb: 1000 })
  await once(child, 'message')
  child.send({ id: 1, work: work(stuck) })
  await wait(100)
  child.disconnect()
  t.same(await once(child, 'exit'), [null, 'SIGKILL'])
})

t.test('no orphan stays behind when the parent is killed', { skip: linux }, async t => {
  const home = t.testdir({
    'parent.ts': `
      import { forkChild } from ${JSON.stringify(new URL('../../lib/sandbox/fork-child.ts', import.meta.url).href)}
      const child = forkChild({ threads: 1, residentMb: 1000 })
      child.once('message', () => {
        child.send({ id: 1, work: ${JSON.stringify(work(stuck))} })
        setTimeout(() => console.log(child.pid), 100)
      })`,
  })
  const parent = spawn(process.execPath, [`${home}/parent.ts`], { env: {}, stdio: ['ignore', 'pipe', 'inherit'] })
  const pid = Number(String((await once(parent.stdout, 'data'))[0]))
  t.equal(alive(pid), true)
  parent.kill('SIGKILL')
  for (let tries = 0; alive(pid) && tries < 200; tries++) await wait(20)
  t.equal(alive(pid), false)
})
