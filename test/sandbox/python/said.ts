import t from 'tap'
import { said } from '../../../lib/sandbox/python/said.ts'

t.test('letters stand first and the message behind them', async t => {
  t.same(said('TFN', 3), { outcomes: 'TFN' })
  t.same(said('TEE', 3), { outcomes: 'TEE' })
  t.same(said('TEEValueError: no', 3), { outcomes: 'TEE', message: 'ValueError: no' })
  t.same(said('', 0), { outcomes: '' })
})

t.test('what other values amount to is told for each of them', async t => {
  t.same(said('OTOEValueError: no\0TT1;FF0;', 4), {
    outcomes: 'OTOE',
    message: 'ValueError: no',
    values: [
      { equals: true, truthy: true, int: 1 },
      { equals: false, truthy: false, int: 0 },
    ],
  })
  t.same(said('OOO\0NT;NE;NT-12;', 3).values, [{ truthy: true }, {}, { truthy: true, int: -12 }])
})

t.test('values that are not one for each other outcome are left out', async t => {
  t.same(said('OO\0TT1;', 2), { outcomes: 'OO' })
  t.same(said('TT\0TT1;', 2), { outcomes: 'TT' })
  t.same(said('O\0TT1;more', 1), { outcomes: 'O' })
})

t.test('what does not read as verdicts is an error on every input', async t => {
  for (const forged of ['ZZ', 'T', '', 'XC', 't\0'])
    t.same(said(forged, 2), { outcomes: 'EE', message: 'it forged its verdicts' }, forged)
})

t.test('a message cut in the middle of a character is mended', async t => {
  t.equal(said('E\ud83d', 1).message, '\ufffd')
})
