/** How rows came about, for their card. */
export interface Method {
  readonly title: string
  /** A sentence or two, with the paper. */
  readonly words: string
}

const autoif: Method = {
  title: 'Instruction following, verified by execution',
  words:
    'Every response was judged by running functions that a model wrote and that test cases checked (AutoIF, [arXiv 2406.13542](https://arxiv.org/abs/2406.13542)).',
}

const others: Readonly<Record<string, Method>> = {
  conversations: {
    title: 'Conversations that follow more with every turn, verified by execution',
    words:
      'Every response was judged by running the functions of all instructions of its turn and of those before, which a model wrote and test cases checked (AutoIF, [arXiv 2406.13542](https://arxiv.org/abs/2406.13542)); that the instructions can be followed together was shown by a text that passed them all.',
  },
  'self-instruct': {
    title: 'Tasks that a model made after a few seeds',
    words:
      'A model went on with lists of seed tasks and of what it had made before; what was well-formed and unlike all that was known joined the pool, with its input and output as the model wrote them (Self-Instruct, [arXiv 2212.10560](https://arxiv.org/abs/2212.10560)).',
  },
  backtranslation: {
    title: 'Instructions found for texts that people wrote',
    words:
      'The responses are texts that came in; a backward model found the instruction that each of them answers, and a judge rated the two as a lesson for an assistant (instruction backtranslation, [arXiv 2308.06259](https://arxiv.org/abs/2308.06259)).',
  },
}

/** The method of a recipe; AutoIF's, verification by execution, unless it has one of its own. */
export const methodOf = (recipe: string): Method => (Object.hasOwn(others, recipe) && others[recipe]) || autoif
