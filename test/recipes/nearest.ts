import t from 'tap'
import { didYouMean, nearest } from '../../lib/recipes/nearest.ts'

const names = ['autoif', 'conversations', 'satisfy', 'score', 'screen']

t.test(
  'what was likely meant is found over a letter too many, too few, another, or two that changed places',
  async t => {
    t.equal(nearest('conversation', names), 'conversations')
    t.equal(nearest('satisfie', names), 'satisfy')
    t.equal(nearest('auotif', names), 'autoif')
    t.equal(nearest('sccore', names), 'score', 'the nearest of two')
    t.equal(didYouMean('screem', names), 'Did you mean screen? ')
  },
)

t.test('what has little in common is nobody’s name', async t => {
  t.equal(nearest('nonsense', names), undefined)
  t.equal(nearest('', names), undefined)
  t.equal(nearest('x', ['y']), undefined, 'one letter of one is all of it')
  t.equal(didYouMean('dpo', names), '')
})
