const dedented = (body: TemplateStringsArray): readonly string[] => {
  const lines = (body.raw[0] ?? '').replace(/^\n/, '').trimEnd().split('\n')
  const depth = Math.min(...lines.filter(line => line.trim()).map(line => line.search(/\S/)))
  return lines.map(line => line.slice(depth))
}

const indented = (lines: readonly string[], indent: string): string =>
  lines.map(line => (line === '' ? '' : indent + line)).join('\n')

/** A JavaScript verifier from its body, written at any depth; backslashes stand as they are, `{{name}}` is filled later. */
export const js = (body: TemplateStringsArray): string =>
  `function evaluate(response) {\n${indented(dedented(body), '  ')}\n}`

/** A Python verifier, likewise: from its body, or as a whole when it defines `evaluate` itself, with imports and other functions around. */
export const py = (text: TemplateStringsArray): string => {
  const lines = dedented(text)
  return lines.some(line => line.startsWith('def evaluate('))
    ? lines.join('\n')
    : `def evaluate(response):\n${indented(lines, '    ')}`
}
