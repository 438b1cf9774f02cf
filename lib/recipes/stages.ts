import { AutoifError } from '../errors.ts'
import { augment } from '../stages/1-instructions/augment.ts'
import { invert } from '../stages/1-instructions/invert.ts'
import { novel } from '../stages/1-instructions/novel.ts'
import { propose } from '../stages/1-instructions/propose.ts'
import { speaks } from '../stages/1-instructions/speaks.ts'
import { backTranslate } from '../stages/2-verifiers/back-translate.ts'
import { compose } from '../stages/2-verifiers/compose.ts'
import { crossValidate } from '../stages/2-verifiers/cross-validate.ts'
import { entail } from '../stages/2-verifiers/entail.ts'
import { generateVerifiers } from '../stages/2-verifiers/generate-verifiers.ts'
import { satisfy } from '../stages/2-verifiers/satisfy.ts'
import { writeCases } from '../stages/2-verifiers/write-cases.ts'
import { writeFunctions } from '../stages/2-verifiers/write-functions.ts'
import { decontaminate } from '../stages/3-queries/decontaminate.ts'
import { distinct } from '../stages/3-queries/distinct.ts'
import { fill } from '../stages/3-queries/fill.ts'
import { pose } from '../stages/3-queries/pose.ts'
import { screen } from '../stages/3-queries/screen.ts'
import { accept } from '../stages/4-responses/accept.ts'
import { converse } from '../stages/4-responses/converse.ts'
import { curate } from '../stages/4-responses/curate.ts'
import { sample } from '../stages/4-responses/sample.ts'
import { score } from '../stages/4-responses/score.ts'
import { verify } from '../stages/4-responses/verify.ts'
import { toChosenSft } from '../stages/5-rows/to-chosen-sft.ts'
import { toDpo } from '../stages/5-rows/to-dpo.ts'
import { toInstructionDpo } from '../stages/5-rows/to-instruction-dpo.ts'
import { toInverseSft } from '../stages/5-rows/to-inverse-sft.ts'
import { toKto } from '../stages/5-rows/to-kto.ts'
import { toRlvr } from '../stages/5-rows/to-rlvr.ts'
import { toSft } from '../stages/5-rows/to-sft.ts'
import { didYouMean } from './nearest.ts'
import { poolStages } from './pool-stages.ts'
import type { Build } from './resources.ts'

const shelf = new Map<string, Build>([
  ['augment', async (house, k) => augment({ model: await house.model(), ...k.augment })],
  [
    'speaks',
    (_, k) => {
      if (k.speaks.language !== '') return speaks({ field: 'query', ...k.speaks })
      throw new AutoifError('AUTOIF_USAGE', 'stage speaks keeps one language', { hint: 'Say which with --language.' })
    },
  ],
  ['novel', (_, k) => novel(k.novel)],
  ...poolStages,
  ['propose', async (house, k) => propose({ model: await house.model(), pairs: await house.pairs(), ...k.propose })],
  ['invert', async (house, k) => invert({ model: await house.backward(), ...k.invert })],
  ['generate-verifiers', async (house, k) => generateVerifiers({ model: await house.model(), ...k.generateVerifiers })],
  ['write-functions', async (house, k) => writeFunctions({ model: await house.model(), ...k.writeFunctions })],
  ['write-cases', async (house, k) => writeCases({ model: await house.model(), ...k.writeCases })],
  ['cross-validate', async (house, k) => crossValidate({ sandbox: await house.sandbox(), ...k.crossValidate })],
  ['back-translate', async (house, k) => backTranslate({ model: await house.model(), ...k.backTranslate })],
  ['entail', async (house, k) => entail({ nli: await house.nli(), ...k.entail })],
  ['compose', (_, k) => compose(k.compose)],
  [
    'satisfy',
    async (house, k) => satisfy({ model: await house.model(), sandbox: await house.sandbox(), ...k.satisfy }),
  ],
  ['screen', (_, k) => screen(k.screen)],
  [
    'decontaminate',
    async (house, k) => {
      const benchmarks = await house.benchmarks()
      if (benchmarks) return decontaminate({ benchmarks, ...k.decontaminate })
      throw new AutoifError('AUTOIF_USAGE', 'stage decontaminate keeps out the prompts of benchmarks', {
        hint: 'Name their files with --decontaminate.',
      })
    },
  ],
  // Whoever runs it alone wants it on.
  ['distinct', (_, k) => distinct(k.distinct.dedup === 'off' ? { ...k.distinct, dedup: 'exact' } : k.distinct)],
  ['fill', async (house, k) => fill({ model: await house.model(), ...k.fill })],
  [
    'converse',
    async (house, k) => converse({ model: await house.model(), sandbox: await house.sandbox(), ...k.converse }),
  ],
  ['pose', () => pose()],
  [
    'sample',
    async (house, k) => {
      const sandbox = k.sample.adaptive ? await house.sandbox() : undefined
      return sample({ model: await house.model(), sandbox, ...k.sample })
    },
  ],
  ['verify', async (house, k) => verify({ sandbox: await house.sandbox(), ...k.verify })],
  ['accept', (_, k) => accept(k.accept)],
  ['score', async (house, k) => score({ judge: await house.judge(), ...k.score })],
  ['curate', async (house, k) => curate({ judge: await house.judge(), ...k.curate })],
  ['to-sft', (_, k) => toSft(k.toSft)],
  ['to-dpo', (_, k) => toDpo(k.toDpo)],
  ['to-chosen-sft', (_, k) => toChosenSft(k.toChosenSft)],
  ['to-kto', (_, k) => toKto(k.toKto)],
  ['to-rlvr', (_, k) => toRlvr(k.toRlvr)],
  [
    'to-instruction-dpo',
    async (house, k) => toInstructionDpo({ sandbox: await house.sandbox(), ...k.toInstructionDpo }),
  ],
  ['to-inverse-sft', () => toInverseSft()],
])

const reading = new Map<string, string>()

export interface Registering {
  /** What its records are, by the name the doors have for it (`query`, `instruction`, `task`, …), so that all their shapes are read; any JSON object unless told. */
  readonly reads?: string
}

/** Puts a stage of your own beside the others, so that `autoif-stream stage NAME --import FILE` runs it. Throws AUTOIF_USAGE when the name is taken. */
export const register = (name: string, build: Build, { reads }: Registering = {}): void => {
  if (shelf.has(name)) throw new AutoifError('AUTOIF_USAGE', `there is already a stage called ${name}`)
  shelf.set(name, build)
  if (reads !== undefined) reading.set(name, reads)
}

/** What a registered stage said it reads. */
export const readsOf = (name: string): string | undefined => reading.get(name)

/** The names of all stages that run alone, in the order of the stream; `pair` is one as well, but takes two inputs. */
export const stageNames = (): readonly string[] => [...shelf.keys()]

/** Throws AUTOIF_USAGE when there is no such stage. */
export const stageNamed = (name: string): Build => {
  const build = shelf.get(name)
  if (build) return build
  throw new AutoifError('AUTOIF_USAGE', `there is no stage ${JSON.stringify(name)}`, {
    hint: `${didYouMean(name, [...stageNames(), 'pair'])}Stages: ${stageNames().join(', ')}, pair.`,
  })
}
