import t from 'tap'
import { commandLine } from '../../../lib/config/commands/command-line.ts'
import { printed } from '../../../lib/config/commands/help-page.ts'
import { pageOf } from '../../../lib/config/commands/help-pages.ts'
import { flagsOf, type Goer, goerCalled } from '../../../lib/config/flags/belongs.ts'
import { recipeNames } from '../../../lib/recipes/index.ts'
import { stageNeeds } from '../../../lib/recipes/stage-needs.ts'

const page = (name: string, ...args: readonly string[]): string => {
  const program = commandLine(() => {})
  const command = program.commands.find(one => one.name() === name) ?? program
  command.args = [...args, '--help']
  const found = pageOf(command)
  return found ? printed(found, 240) : ''
}

const flagsIn = (text: string): readonly string[] =>
  [...text.matchAll(/^ {2}(?:-\w, )?--([a-z-]+)/gm)].map(([, flag = '']) => flag).sort()

const flags = (name: string, alone: boolean): readonly string[] => {
  const { settings, knobs } = flagsOf(goerCalled(name, alone) as Goer)
  const no = settings.filter(one => one.no).map(({ flag }) => `no-${flag}`)
  return [...settings.map(({ flag }) => flag), ...knobs.map(({ flag }) => flag), ...no, 'help'].sort()
}

t.test('the page of a recipe, or of a stage, shows the flags that it goes by and no others', async t => {
  for (const name of recipeNames) t.same(flagsIn(page('run', name)), flags(name, false), name)
  for (const name of stageNeeds.keys()) t.same(flagsIn(page('stage', name)), flags(name, true), name)
  t.same(flagsIn(page('plan', 'llama3')), flags('llama3', false))
  t.same(flagsIn(page('verify', 'a.jsonl')), flags('verify', true))
})

t.test('the numbers shown are those that hold there', async t => {
  const talk = page('run', 'conversations')
  t.match(talk, /here those of --preset conversations/)
  t.match(talk, /--replies <n> .*\(default 3\)/)
  t.match(talk, /--temperature <x> .*\(default 0\.7\)/, 'of the rooms that a flag turns, one of its own')
  t.match(talk, /--sft-format <format> .*\(default messages\)/)
  t.match(talk, /--language <code> .*\(default en\)/)
  t.match(page('run', 'autoif'), /--preset sound;[\s\S]*--temperature <x> .*\(default 0\.8\)/)
  t.match(page('stage', 'sample'), /here those of --preset sound;[\s\S]*--responses <n> .*\(default 8\)/)
})

t.test('a stage says what it does and what it reads, by an example', async t => {
  const said = page('stage', 'satisfy')
  t.match(said, /^Usage: autoif-stream stage satisfy \[files\.\.\.\] \[options\]\n\nkeeps instructions that some text/)
  t.match(said, /\nReads lines like\n {2}\{"constraints":\[.*\}\n$/)
})

t.test('without a name there is a list of names, and the flags of them all', async t => {
  const program = page('run')
  for (const name of recipeNames) t.match(program, new RegExp(`^ {2}${name} +\\S`, 'm'))
  for (const name of ['stage', 'plan', 'doctor', 'help']) t.match(program, new RegExp(`^ {2}${name} +\\S`, 'm'))
  t.match(program, /Exit codes: 0 done/)
  t.notMatch(program, '--pool-size')
  const stages = page('stage')
  for (const name of stageNeeds.keys()) t.match(stages, new RegExp(`^ {2}${name} +\\S`, 'm'))
  t.match(stages, /Verifiers:\n {2}generate-verifiers/)
  t.match(page('plan'), /Recipes:\n {2}autoif/)
})

t.test('a name that there is not is no page', async t => {
  t.throws(() => page('run', 'conversation'), { code: 'AUTOIF_USAGE', hint: /^Did you mean conversations\?/ })
  t.throws(() => page('run', 'docter'), { code: 'AUTOIF_USAGE', hint: /^Did you mean doctor\?/ })
  t.throws(() => page('stage', 'satisfie'), { code: 'AUTOIF_USAGE', hint: /^Did you mean satisfy\?/ })
  t.equal(page('doctor'), '', 'the others have a page of their own')
})
