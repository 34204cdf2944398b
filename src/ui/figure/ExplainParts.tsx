import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { Format } from '../../engine/format.ts'
import { saveTable } from '../format/save.ts'
import { When } from '../format/Values.tsx'
import type { Instant } from '../format/when.ts'
import { DataTable } from '../kit/DataTable.tsx'
import { Exports } from '../kit/Exports.tsx'
import { type Column, tableOf } from '../list/columns.ts'
import { t } from '../messages/index.ts'
import { Button } from '../parts/Button.tsx'

export type ExplainSource = {
  id: string
  title: string
  path?: string
  at?: Instant | null
  note?: ReactNode
}
export type ExplainRows<Row> = {
  columns: Column<Row>[]
  rows: Row[]
  rowId: (row: Row, index: number) => string
  total?: number
  hasMore?: boolean
  isLoadingMore?: boolean
  loadMore?: () => unknown
  /** All rows, from the server; without it the rows in sight are exported. */
  onExport?: (format: Format) => void
}
export const Sources = ({ sources }: { sources: ExplainSource[] }) => (
  <ul className="flex flex-col divide-y divide-line rounded-md border border-line">
    {sources.map((source) => (
      <li key={source.id} className="flex items-center gap-3 px-3 py-2">
        <span className="min-w-0 flex-1 truncate">
          {source.path ? (
            <Link to={source.path} className="font-medium hover:underline">
              {source.title}
            </Link>
          ) : (
            source.title
          )}
        </span>
        {source.note && <span className="text-sm text-ink-3">{source.note}</span>}
        {source.at && (
          <span className="text-sm text-ink-3">
            <When at={source.at} />
          </span>
        )}
      </li>
    ))}
  </ul>
)

/** What a figure is made of, each part with its value as printed. */
export const MadeOf = ({ parts }: { parts: { name: string; value: string }[] }) => (
  <dl className="grid grid-cols-[1fr_auto] gap-x-4 gap-y-1 rounded-md border border-line px-3 py-2">
    {parts.map(({ name, value }) => (
      <div key={name} className="contents">
        <dt className="text-ink-2">{name}</dt>
        <dd className="tabular text-right font-medium">{value}</dd>
      </div>
    ))}
  </dl>
)

export function RowsBehind<Row>({
  columns,
  rows,
  rowId,
  total,
  hasMore,
  isLoadingMore,
  loadMore,
  onExport,
  name,
}: ExplainRows<Row> & { name: string }) {
  const save = (format: Format) => saveTable(format, name, tableOf(columns, rows))
  return (
    <section>
      <header className="mb-1 flex items-center gap-2">
        <h3 className="flex-1 text-sm font-medium text-ink-3">{`${t('explain.rows')} · ${t('list.rows', { n: total ?? rows.length })}`}</h3>
        <Exports onSave={onExport ?? save} label={t('explain.export')} />
      </header>
      {rows.length === 0 ? (
        <p className="text-ink-3">{t('explain.noRows')}</p>
      ) : (
        <DataTable columns={columns} rows={rows} rowId={rowId} caption={t('explain.rows')} />
      )}
      {hasMore && (
        <Button small className="mt-2" isBusy={isLoadingMore} onClick={() => loadMore?.()}>
          {t('explain.more')}
        </Button>
      )}
    </section>
  )
}
