import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { lexicalBaseline, openEntailer } from '../../lib/nli/open-entailer.ts'

const premise = 'Answer in at least 40 words.'
const pairs = [
  [premise, 'Answer in at least 40 words.'],
  [premise, 'Answer in fewer than 40 words.'],
  [premise, 'Do not use any commas.'],
] as const

t.test('the shipped model is found and says its name', async t => {
  const entailer = await openEntailer({ path: lexicalBaseline })
  t.equal(entailer.name, 'lexical-baseline')
  t.ok(entailer.lanes > 1)
  await entailer.close()
})

t.test('every asker gets the label of his own pair, alone or among many', async t => {
  const entailer = await openEntailer({ path: lexicalBaseline })
  const alone = []
  for (const [premise, hypothesis] of pairs) alone.push(await entailer.judge(premise, hypothesis))
  const many = Array.from({ length: 30 }, (_, at) => `Answer in at least ${at} words.`).flatMap(text => [
    entailer.judge(text, text),
    ...pairs.map(([premise, hypothesis]) => entailer.judge(premise, hypothesis)),
  ])
  const labels = await Promise.all(many)
  for (let at = 0; at < labels.length; at += 4) t.same(labels.slice(at, at + 4), ['entailment', ...alone])
  t.same(alone, ['entailment', 'contradiction', 'neutral'])
  await entailer.close()
})

t.test('the meaning of the columns comes from config.json', async t => {
  const path = t.testdir({})
  cpSync(lexicalBaseline, path, { recursive: true })
  const config = JSON.parse(readFileSync(join(path, 'config.json'), 'utf8'))
  const id2label = { 0: 'Contradiction', 1: 'ENTAILMENT', 2: 'neutral' }
  writeFileSync(join(path, 'config.json'), JSON.stringify({ ...config, id2label }))
  const entailer = await openEntailer({ path })
  const labels = await Promise.all(pairs.map(([premise, hypothesis]) => entailer.judge(premise, hypothesis)))
  t.same(labels, ['contradiction', 'neutral', 'entailment'])
  await entailer.close()
})

t.test('a missing model is an error before anything is asked', async t => {
  await t.rejects(openEntailer({ path: '/nowhere/model' }), { code: 'AUTOIF_NLI', message: /\/nowhere\/model/ })
})

t.test('an aborted asker hears the reason, and after close nobody is answered', async t => {
  const entailer = await openEntailer({ path: lexicalBaseline })
  const aborted = AbortSignal.abort(new Error('enough'))
  await t.rejects(entailer.judge(premise, premise, aborted), { message: 'enough' })
  await entailer.close()
  await entailer.close()
  await t.rejects(entailer.judge(premise, premise), { code: 'AUTOIF_NLI', message: /closed/ })
})
