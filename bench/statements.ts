import { type Params, Writer } from '../src/engine/warehouse.ts'

type Slow = { ms: number; sql: string }

/** Notes how long each writing statement takes; for finding out where the time goes. */
export function watchStatements(): (label: string, most: number) => void {
  const seen: Slow[] = []
  const { run, query } = Writer.prototype
  const noted = async <T>(sql: string, work: Promise<T>): Promise<T> => {
    const began = performance.now()
    const out = await work
    seen.push({ ms: performance.now() - began, sql })
    return out
  }
  Writer.prototype.run = function (this: Writer, sql: string, params?: Params) {
    return noted(sql, run.call(this, sql, params))
  }
  Writer.prototype.query = function (this: Writer, sql: string, params?: Params) {
    return noted(sql, query.call(this, sql, params)) as ReturnType<typeof query>
  } as typeof query
  return (label, most) => {
    const all = seen.reduce((sum, one) => sum + one.ms, 0)
    console.log(`    ${label}: ${seen.length} statements, ${Math.round(all)} ms`)
    for (const { ms, sql } of seen.sort((a, b) => b.ms - a.ms).slice(0, most))
      console.log(`      ${String(Math.round(ms)).padStart(6)} ms  ${sql.replace(/\s+/g, ' ').slice(0, 140)}`)
    seen.length = 0
  }
}
