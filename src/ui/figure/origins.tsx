import { Link } from '@tanstack/react-router'
import { count } from '../format/number.ts'
import type { Column } from '../list/columns.ts'
import type { ExplainSource } from './ExplainParts.tsx'

type Imported = { id: string; file: string; title: string; landedAt: string; rows: number }
type Written = { title: string; path: string; rows: number }

const rowsIn = (rows: number): string => `${count(rows)} ${rows === 1 ? 'row' : 'rows'}`

/** The imports behind a figure, and the pages where other rows of it were written. */
export const sourcesOf = (imports: Imported[] = [], written: Written[] = []): ExplainSource[] => [
  ...imports.map(({ id, file, title, landedAt, rows }) => ({
    id,
    title: title === file ? file : `${title} · ${file}`,
    path: `/imports/${id}`,
    at: landedAt,
    note: rowsIn(rows),
  })),
  ...written.map(({ title, path, rows }) => ({ id: path, title, path, note: rowsIn(rows) })),
]

type Origin = { importId: string | null; file: string | null; row: number | null }

/** Leads from a row to where it stands in its import. */
export const cameWith = <Row,>(originOf: (row: Row) => Origin): Column<Row> => ({
  id: 'from',
  title: 'came with',
  value: (one) => {
    const { file, row } = originOf(one)
    return file === null ? null : `${file}, row ${row}`
  },
  cell: (one) => <Place {...originOf(one)} />,
})

const Place = ({ importId, file, row }: Origin) =>
  importId ? (
    <Link
      to={`/imports/${importId}`}
      search={{ tab: 'rows', row: String(row) } as never}
      className="whitespace-nowrap text-accent-ink hover:underline"
    >
      {`row ${row}`}
    </Link>
  ) : (
    file
  )
