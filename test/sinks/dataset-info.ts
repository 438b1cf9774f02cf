import t from 'tap'
import { datasetInfo } from '../../lib/sinks/dataset-info.ts'

// The keys are LLaMA-Factory's; a wrong one makes it skip rows with no more than a warning.
t.test('each dataset has the entry LLaMA-Factory reads it by', async t => {
  const info = datasetInfo([
    { name: 'autoif_sft', file: 'sft.jsonl', shape: 'alpaca' },
    { name: 'autoif_chat', file: 'chat.jsonl', shape: 'messages' },
    { name: 'autoif_dpo', file: 'dpo.jsonl', shape: 'ranking' },
  ])
  t.strictSame(info, {
    autoif_sft: {
      file_name: 'sft.jsonl',
      columns: { prompt: 'instruction', query: 'input', response: 'output', history: 'history' },
    },
    autoif_chat: {
      file_name: 'chat.jsonl',
      formatting: 'sharegpt',
      columns: { messages: 'messages' },
      tags: {
        role_tag: 'role',
        content_tag: 'content',
        user_tag: 'user',
        assistant_tag: 'assistant',
        system_tag: 'system',
      },
    },
    autoif_dpo: {
      file_name: 'dpo.jsonl',
      ranking: true,
      columns: { prompt: 'instruction', query: 'input', chosen: 'chosen', rejected: 'rejected' },
    },
  })
})

t.test('what LLaMA-Factory cannot read gets no entry', async t => {
  t.strictSame(datasetInfo([{ name: 'autoif_dpo', file: 'dpo.jsonl', shape: 'trl-preference' }]), {})
})
