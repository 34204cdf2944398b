import type { Out } from '../../../kernel/contract.ts'
import type { ExplainSource } from '../../../ui/figure/ExplainParts.tsx'
import { count } from '../../../ui/format/number.ts'
import type { metrics } from '../contract.ts'

type Fed = Pick<Out<typeof metrics.explain>, 'imports' | 'written'>

const rowsOf = (rows: number): string => `${count(rows)} ${rows === 1 ? 'row' : 'rows'}`

/** The imports and the pages that fed a figure, as Explain lists them. */
export const sourcesOf = ({ imports, written }: Fed): ExplainSource[] => [
  ...imports.map((one) => ({
    id: one.id,
    title: one.title === one.file ? one.file : `${one.title} · ${one.file}`,
    path: `/imports/${one.id}`,
    at: one.landedAt,
    note: rowsOf(one.rows),
  })),
  ...written.map(({ title, path, rows }) => ({ id: path, title, path, note: rowsOf(rows) })),
]
