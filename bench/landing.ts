import { peakMemory } from './ground.ts'
import { landFiles, openProduct, teach } from './product.ts'
import { watchStatements } from './statements.ts'

/** Lands one file in a process of its own: arguments are the data folder, a small file to learn from, the file. */
const [data, example, file] = process.argv.slice(2) as [string, string, string]
const most = Number(process.env.BENCH_STATEMENTS ?? 0)
const { app, close } = await openProduct(data)
await teach(app, example)
const report = most > 0 ? watchStatements() : undefined
const landed = await landFiles(app, [file])
report?.('landing', most)
await close()
console.log(JSON.stringify({ ...landed, peak: peakMemory() }))
