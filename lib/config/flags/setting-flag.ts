import type { Part } from '../../recipes/part.ts'
import type { Setting } from '../settings.ts'

/**
 * One setting as a flag: its argument as help shows it (none for a switch), what it may be (a number from `from`, 0 unless
 * told, to `to`), and the environment variables that also give it.
 */
export interface SettingFlag {
  readonly flag: string
  readonly setting: Setting
  readonly group: string
  readonly words: string
  readonly argument?: string
  readonly short?: string
  readonly choices?: readonly string[]
  /** Takes numbers that are not whole. */
  readonly broken?: true
  /** What its --no- form does, for a setting that is a text. */
  readonly no?: string
  /** May be given several times; the texts are joined by blanks, or stand on lines of their own. */
  readonly several?: true | 'lines'
  readonly from?: number
  readonly to?: number
  readonly env?: readonly string[]
  /** Means something only to who takes one of these; to everybody unless told. */
  readonly of?: readonly Part[]
}

type Rest = Pick<
  SettingFlag,
  'argument' | 'short' | 'choices' | 'several' | 'broken' | 'no' | 'from' | 'to' | 'env' | 'of'
>

/** Makes flags of one group of the help, `of` those who take one of these unless told otherwise. */
export const group =
  (group: string, of?: SettingFlag['of']) =>
  (flag: string, setting: Setting, words: string, rest: Rest = {}): SettingFlag => ({
    flag,
    setting,
    group,
    words,
    ...(of ? { of } : {}),
    ...rest,
  })
