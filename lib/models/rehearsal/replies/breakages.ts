const fenced = (json: string): string => `\`\`\`json\n${json}\n\`\`\``

/** What goes wrong with the form of a JSON reply, one function for each way. */
export const breakages: readonly ((json: string) => string)[] = [
  json => `\`\`\`json\n${json.slice(0, Math.floor(json.length / 3))}`,
  () => 'I am sorry, but this cannot be put into the form that was asked for.',
  json => json,
  json =>
    fenced(
      json.replaceAll(/"output": (true|false)/g, (_, word) => `"output": "${word === 'true' ? 'True' : 'False'}"`),
    ),
  json => `Sure, here it is:\n\n${fenced(json)}\n\nTell me if anything should be changed.`,
  json => fenced(json.replaceAll(/(?<!\\)\\n/g, '\n')),
]
