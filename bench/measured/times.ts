/**
 * A shell script that runs its arguments and then says on stderr what time they took. `times` is POSIX: its second line
 * is user and system time of the children that the shell waited for, and of theirs.
 */
export const timed = '"$@"; code=$?; times >&2; echo "exit $code" >&2'

/** Seconds of CPU out of what `timed` said on stderr. Throws when the command failed. */
export const waitedFor = (said: string): number => {
  const lines = said.trimEnd().split('\n')
  if (lines.at(-1) !== 'exit 0') throw new Error(`the command failed: ${said}`)
  return [...(lines.at(-2) ?? '').matchAll(/(\d+)m([\d.]+)s/g)].reduce(
    (sum, [, minutes, seconds]) => sum + 60 * Number(minutes) + Number(seconds),
    0,
  )
}
