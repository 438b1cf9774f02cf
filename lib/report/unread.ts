/** Why a record could not be taken in, in words, by what its reject row says. What else a door may say has no words of its own. */
export const unread: Readonly<Record<string, string>> = {
  'not-json': 'the line is not JSON',
  'not-utf8': 'the bytes are not UTF-8',
  'too-long': 'the record is longer than 16 MiB',
  'not-an-object': 'the record is neither an object nor a string',
  'no-query': 'the record has no query where one is looked for (--query-field)',
  'empty-query': 'the query is empty',
  'empty-conversation': 'the conversation is empty',
  'no-user-turn': 'no turn is by a user',
  'not-text': 'what should be text is none',
  continuation: 'the conversation begins in the middle',
  html: 'the turn is a page of HTML',
  'no-completion': 'the record has no completion where one is looked for (--completion-field)',
  'empty-completion': 'the completion is empty',
  'no-answer': 'the conversation has no answer',
  'multi-turn': 'the conversation goes on behind its first answer (--first-pair)',
}
