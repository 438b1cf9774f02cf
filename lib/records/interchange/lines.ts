const instruction = 'Answer in capital letters.'
const query = 'How do tides work?'
const response = 'THE MOON.'
const code = 'def evaluate(response): return response.isupper()'

const verifiers = {
  eval_func: [[code, 1]],
  cases: [
    ['TEA', true],
    ['tea', false],
  ],
}
const verified = { instruction, ...verifiers }
const task = { instruction, query, ...verifiers }
const composed = { constraints: [verified], turns: [1] }
const example = { instruction: 'Reverse a word.', input: 'tea', output: 'aet' }

// One line of each kind that whole files are made of, short and with nothing in it that may be left out.
const lines: Readonly<Record<string, object>> = {
  draw: { shots: [instruction, 'Use no commas.'] },
  instruction: { instruction },
  'example-draw': { examples: [example] },
  'seed-task': example,
  example,
  'classified-example': { ...example, is_classification: true },
  query: { query },
  pair: { instruction: `${query} ${instruction}`, input: '', chosen: response, rejected: 'The moon.' },
  completion: { response: 'Bread rises because yeast makes a gas that the dough holds.' },
  'answered-instruction': {
    instruction: 'Why does bread rise?',
    response: 'Yeast makes a gas that the dough holds.',
  },
  'proposed-query': { query, instruction },
  'drafted-instruction': { query, instruction, functions: [code] },
  candidate: { instruction, functions: [code], cases: verifiers.cases },
  'verified-instruction': verified,
  'back-translated-instruction': { ...verified, back_instruction: ['Write in capitals.'] },
  'composed-instruction': composed,
  'conversation-task': { query, ...composed },
  'posed-query': task,
  task,
  'sampled-task': { ...task, 'gpt-answer': [response] },
  'verified-task': { instruction, query, response: [[response, 1]] },
  'accepted-response': { instruction, query, response },
  'scored-response': { instruction, query, response, score: 9 },
}

/** A line of the kind that a door has a name for, to show what is expected; undefined for a kind of somebody else's. */
export const lineOf = (kind: string): string | undefined =>
  Object.hasOwn(lines, kind) ? JSON.stringify(lines[kind]) : undefined
