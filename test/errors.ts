import t from 'tap'
import { AutoifError, type Code, exitCode } from '../lib/errors.ts'

t.test('an error says what happened, what to do next and what caused it', async t => {
  const cause = new Error('ECONNREFUSED')
  const error = new AutoifError('AUTOIF_ENDPOINT', 'Nobody answers.', { hint: 'Start the server.', cause })
  t.match(error, {
    name: 'AutoifError',
    code: 'AUTOIF_ENDPOINT',
    message: 'Nobody answers.',
    hint: 'Start the server.',
    cause,
  })
  t.equal(new AutoifError('AUTOIF_MODEL', 'No reply.').hint, undefined)
})

t.test('what no later record can escape is fatal, what befell one record is not', async t => {
  const fatal = (code: Code) => new AutoifError(code, '').fatal
  t.ok(fatal('AUTOIF_ENDPOINT'))
  t.ok(fatal('AUTOIF_SANDBOX'))
  t.notOk(fatal('AUTOIF_MODEL'))
  t.notOk(fatal('AUTOIF_RECORD'))
})

t.test('the exit code is 2 for a wrong command line, 3 for too many failures, 1 for everything else', async t => {
  t.equal(exitCode(new AutoifError('AUTOIF_USAGE', '')), 2)
  t.equal(exitCode(new AutoifError('AUTOIF_FAULTS', '')), 3)
  t.equal(exitCode(new AutoifError('AUTOIF_SINK', '')), 1)
  t.equal(exitCode(new Error('a bug')), 1)
  t.equal(exitCode(undefined), 1)
})

t.test('an error of a second copy of the package is recognised, a look-alike is not', async t => {
  const copy: typeof import('../lib/errors.ts') = await import(new URL('../lib/errors.ts?copy', import.meta.url).href)
  t.not(copy.AutoifError, AutoifError)
  t.ok(AutoifError.is(new copy.AutoifError('AUTOIF_USAGE', '')))
  t.notOk(AutoifError.is(Object.assign(new Error(''), { code: 'AUTOIF_USAGE' })))
  t.notOk(AutoifError.is(null))
})
