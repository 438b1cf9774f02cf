import { integer } from '../../../random.ts'
import { topicOf } from '../pen.ts'
import type { Answer, Rates } from '../rates.ts'

/** Scores from 8 up are good: the paper drops what is below 8. */
const good = 8
const top = 10

// How judges end their replies although they were told how; the last one names no score.
const sloppy: readonly ((score: number) => string)[] = [
  score => `**Score: ${score}**`,
  score => `Score: ${score}/10`,
  score => `score: ${score}.`,
  score => `Score: ${score} out of 10`,
  () => 'It is a fair answer on the whole.',
]

/** An analysis and a last line `Score: n`; at known rates the score is low, or the last line is not as demanded. */
export const judge =
  ({ query = '', response = '' }: Readonly<Record<string, string>>, { lowScores, sloppyScores }: Rates): Answer =>
  random => {
    const low = response.trim() === '' || random() < lowScores
    const score = low ? integer(random, good) : good + integer(random, top - good + 1)
    const topic = topicOf(query).join(', ') || 'something that it names in few words'
    const analysis = [
      `The query asks about ${topic}.`,
      `The response has ${response.match(/\S+/g)?.length ?? 0} words.`,
      low ? 'It leaves out much of what was asked.' : 'It keeps to the subject and gives what was asked for.',
    ].join(' ')
    const ending = random() < sloppyScores ? sloppy[integer(random, sloppy.length)]!(score) : `Score: ${score}`
    return `${analysis}\n\n${ending}`
  }
