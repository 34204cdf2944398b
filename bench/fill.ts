import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { generateDemo } from '../src/modules/imports/demo/index.ts'
import { folder, peakMemory, timed } from './ground.ts'
import { landFiles, openProduct } from './product.ts'
import { watchStatements } from './statements.ts'

/** Makes and lands the demo company in a process of its own: arguments are its size and the data folder. */
const [size, data] = process.argv.slice(2) as ['tiny' | 'small' | 'large', string]
const files = folder(`demo-${size}`, { fresh: false })
const made = await timed(async () => {
  if (!readdirSync(files).includes('truth.json')) await generateDemo(files, { size, until: '2025-12-31' })
})
const most = Number(process.env.BENCH_STATEMENTS ?? 0)
const report = most > 0 ? watchStatements() : undefined
const paths = readdirSync(files)
  .filter((name) => /\.(csv|parquet)$/.test(name))
  .map((name) => join(files, name))
const { app, close } = await openProduct(data)
const landed = await landFiles(app, paths)
report?.('the demo', most)
await close()
console.log(JSON.stringify({ ...landed, generate: made.ms, peak: peakMemory() }))
