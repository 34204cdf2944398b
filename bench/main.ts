import { parseArgs } from 'node:util'
import { api } from './api.ts'
import { attributing } from './attribution.ts'
import { measuringHours } from './availability.ts'
import { bootstrapping } from './bootstrap.ts'
import { budgeting } from './budget.ts'
import { demo } from './demo.ts'
import { figures } from './figures.ts'
import { flowing } from './flow.ts'
import { forecasting } from './forecast.ts'
import { clear, machine } from './ground.ts'
import { importing } from './import.ts'
import { optimising } from './optimiser.ts'
import { starting } from './start.ts'
import { working } from './work.ts'

const parts: Record<string, (flags: Set<string>) => Promise<void>> = {
  import: importing,
  demo,
  start: starting,
  api,
  budget: budgeting,
  figures,
  attribution: attributing,
  bootstrap: bootstrapping,
  forecast: forecasting,
  flow: flowing,
  availability: measuringHours,
  optimiser: optimising,
  work: working,
}

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { large: { type: 'boolean' }, minutes: { type: 'string' } },
})
const asked = positionals.length > 0 ? positionals : Object.keys(parts)
const unknown = asked.find((name) => !(name in parts))
if (unknown) throw new Error(`There is no bench “${unknown}”. There are ${Object.keys(parts).join(', ')}.`)

console.log(machine())
process.once('SIGINT', () => {
  clear()
  process.exit(130)
})
try {
  const flags = [
    ...(values.large ? ['--large'] : []),
    ...(values.minutes ? [`--minutes=${values.minutes}`] : []),
  ]
  for (const name of asked) await parts[name]!(new Set(flags))
} finally {
  clear()
}
