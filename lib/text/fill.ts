/** Fills `{{name}}` placeholders. A template that names what it was not given is a bug, so it throws. */
export const fill = (template: string, values: Readonly<Record<string, string>>): string =>
  template.replace(/\{\{(\w+)\}\}/g, (_, name: string) => {
    const value = values[name]
    if (value === undefined) throw new TypeError(`the prompt wants {{${name}}}`)
    return value
  })

/** The inverse of fill: the values a filled text was made from, or undefined when it was not made from this template. */
export const unfill = (template: string): ((text: string) => Readonly<Record<string, string>> | undefined) => {
  const names: string[] = []
  const source = template
    .split(/\{\{(\w+)\}\}/)
    .map((part, at) => {
      if (at % 2 === 0) return RegExp.escape(part)
      names.push(part)
      return '([^]*?)'
    })
    .join('')
  const pattern = new RegExp(`^${source}$`)
  return text => {
    const match = pattern.exec(text)
    return match ? Object.fromEntries(names.map((name, at) => [name, match[at + 1] ?? ''])) : undefined
  }
}
