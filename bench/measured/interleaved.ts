/**
 * Runs every case once in each round and hands back the outcomes of each, by the case's name. Whatever else the machine
 * does meanwhile falls on all of them alike, so the ratios hold where the figures do not.
 */
export const interleaved = async <Outcome>(
  rounds: number,
  cases: Readonly<Record<string, () => Outcome | Promise<Outcome>>>,
): Promise<(name: string) => readonly Outcome[]> => {
  const outcomes = new Map<string, Outcome[]>(Object.keys(cases).map(name => [name, []]))
  for (let round = 0; round < rounds; round++) {
    for (const [name, run] of Object.entries(cases)) outcomes.get(name)?.push(await run())
  }
  return name => outcomes.get(name) ?? []
}
