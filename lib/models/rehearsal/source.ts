/** A JavaScript verifier from its body, written at any depth; backslashes stand as they are, `{{name}}` is filled later. */
export const js = (body: TemplateStringsArray): string => {
  const lines = (body.raw[0] ?? '').replace(/^\n/, '').trimEnd().split('\n')
  const depth = Math.min(...lines.map(line => line.search(/\S/)))
  return `function evaluate(response) {\n${lines.map(line => `  ${line.slice(depth)}`).join('\n')}\n}`
}
