#!/usr/bin/env node
import process from 'node:process'

// Looked at before anything else is loaded: an older Node would stumble over a name that it does not know.
const [major = 0] = process.versions.node.split('.').map(Number)
if (major < 24) {
  process.stderr.write(
    `autoif-stream needs Node 24 or newer, this is ${process.version}\n  npx -y -p node@24 -c "$SHELL" opens a shell that has it.\n`,
  )
  process.exitCode = 1
} else {
  await import('./main.ts')
}
