import { type Command, Help } from 'commander'
import { knownRecipe, recipeNames, wayOf } from '../../recipes/index.ts'
import { turned } from '../../recipes/knobs.ts'
import { recipeNeeds } from '../../recipes/needs.ts'
import { type Preset, presets } from '../../recipes/presets.ts'
import { stageGroups, stageNeeds } from '../../recipes/stage-needs.ts'
import { stageNamed } from '../../recipes/stages.ts'
import { lineOf } from '../../records/interchange/lines.ts'
import { flagsOf, type Goer, goerCalled, roomsFor, settingsOfAll } from '../flags/belongs.ts'
import { knobOptions, type Standing, settingOptions } from '../flags/flow-options.ts'
import { stageDoor } from '../open/stage-door.ts'
import { ownSettings } from '../own-settings.ts'
import { settings } from '../settings.ts'
import { version } from '../version.ts'
import { type Page, shown } from './help-page.ts'

const examples = `Examples:
  autoif-stream --model rehearsal --run demo < queries.jsonl
  cat sharegpt.jsonl | autoif-stream --base-url http://localhost:8000/v1 --model qwen --dpo dpo.jsonl > sft.jsonl
  autoif-stream stage screen < queries.jsonl > screened.jsonl

Exit codes: 0 done · 1 error · 2 usage · 3 more failures than --max-failures ·
4 stopped at a limit · 130/143 stopped by a signal`

const withAll = (command: Command, alone: boolean): Command => {
  for (const flag of settingsOfAll(alone)) for (const option of settingOptions(flag)) command.addOption(option)
  return command
}

const withOwn = (command: Command, goer: Goer): Command => {
  const told = { ...settings, ...(goer.alone ? {} : ownSettings(goer.name)) }
  const standing: Standing = { settings: told, knobs: turned(presets[told.preset as Preset]) }
  const { settings: set, knobs } = flagsOf(goer)
  for (const flag of set) for (const option of settingOptions(flag, standing)) command.addOption(option)
  for (const flag of knobs)
    for (const option of knobOptions(flag, standing, roomsFor(flag, goer)[0])) command.addOption(option)
  return command
}

const recipes = { heading: 'Recipes:', names: recipeNames.map(name => [name, recipeNeeds[name].does] as const) }

const programPage = (program: Command): Page => {
  const commands = new Help().visibleCommands(program).map(one => [one.name(), one.description()] as const)
  const page = shown(
    program.name(),
    `[recipe] [options]\n       ${program.name()} <command> …\n       ${program.name()} help <name>`,
    `${program.description()}\n\nOptions that every recipe has stand below; RECIPE --help shows all that it goes by, autoif --help those of the default.`,
  ).version(version, '--version', 'print the version')
  return {
    command: withAll(page, false),
    lists: [recipes, { heading: 'Commands:', names: commands }],
    last: examples,
  }
}

const recipePage = (command: string, given: string, commands: readonly string[]): Page => {
  const name = knownRecipe(given, commands)
  const { reads, makes } = wayOf(name)
  const words = `${recipeNeeds[name].does}. Reads ${reads}, makes ${makes.join(', ')}.`
  return { command: withOwn(shown(`${command} ${name}`, '[options]', words), goerCalled(name, false) as Goer) }
}

const planPage = ({ description, name }: { readonly description: string; readonly name: string }): Page => ({
  command: withAll(shown(name, '[recipe] [options]', `${description}; it takes every option of that run`), false),
  lists: [recipes],
})

const stagesPage = (command: Command): Page => ({
  command: withAll(
    shown(
      'autoif-stream stage',
      '<name> [files...] [options]',
      `${command.description()}\n\nOptions that every stage has stand below; stage NAME --help shows all that it goes by.`,
    ),
    true,
  ),
  lists: stageGroups.map(([group, names]) => ({
    heading: `${group[0]?.toUpperCase()}${group.slice(1)}:`,
    names: names.map(name => [name, stageNeeds.get(name)?.does ?? ''] as const),
  })),
})

const stagePage = (command: string, name: string): Page => {
  if (name !== 'pair') stageNamed(name)
  const goer = goerCalled(name, true) as Goer
  const line = lineOf(stageDoor(name).kind)
  return {
    command: withOwn(shown(command, '[files...] [options]', goer.needs.does), goer),
    ...(line ? { last: `Reads lines like\n  ${line}` } : {}),
  }
}

/** The page of a command, by what stands behind it; undefined for one that has no names to take. Throws AUTOIF_USAGE for a name that there is not. */
export const pageOf = (command: Command): Page | undefined => {
  const program = command.parent ?? command
  const [name] = command.args.filter(one => !one.startsWith('-'))
  const called = `${program.name()} ${command.name()}`
  if (command === program) {
    const commands = program.commands.map(one => one.name())
    return name === undefined ? programPage(program) : recipePage(program.name(), name, commands)
  }
  if (command.name() === 'plan')
    return name === undefined
      ? planPage({ name: called, description: command.description() })
      : recipePage(called, name, [])
  if (command.name() === 'verify') return stagePage(called, 'verify')
  if (command.name() !== 'stage') return undefined
  return name === undefined || command.opts().import ? stagesPage(command) : stagePage(`${called} ${name}`, name)
}
