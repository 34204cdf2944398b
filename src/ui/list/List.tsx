import { type ReactNode, useDeferredValue, useId, useMemo } from 'react'
import type { Format } from '../../engine/format.ts'
import { saveTable } from '../format/save.ts'
import { FaceOf, type Faces } from '../kit/Page.tsx'
import { t } from '../messages/index.ts'
import { Button } from '../parts/Button.tsx'
import { EmptyState, SkeletonRows } from '../parts/Faces.tsx'
import { BulkBar } from './BulkBar.tsx'
import { type Column, chosen, filtered, haystacks, sorted, tableOf } from './columns.ts'
import { Rows } from './Rows.tsx'
import { Toolbar } from './Toolbar.tsx'
import { useListKeys } from './useListKeys.ts'
import { useListUrl } from './useListUrl.ts'
import { useSelection } from './useSelection.ts'
import type { ListViews } from './Views.tsx'

export type BulkAction<Row> = {
  label: string
  icon?: ReactNode
  /** What is ticked stays so where it answers false: it was not done. */
  run: (rows: Row[]) => unknown
  isDangerous?: boolean
  /** Runs it on what is ticked, or on the row the keys are on. */
  keys?: string
}
/** All rows that match, loaded or not: for pages whose rows come from the server bit by bit. */
export type Everything = {
  total: number
  most: number
  count: number
  choose: () => unknown
  clear: () => void
}
export type Paging = {
  hasMore: boolean
  isLoadingMore: boolean
  loadMore: () => unknown
  /** Said in place of the next rows, with a button to try again. */
  error?: unknown
}
export type ListProps<Row> = Faces & {
  /** Names the exported file. */
  id: string
  /** What the rows are, in the plural: "opportunities". */
  what: string
  columns: Column<Row>[]
  rows: Row[] | undefined
  rowId: (row: Row) => string
  rowPath?: (row: Row) => string
  onOpen?: (row: Row) => void
  onEdit?: (row: Row) => void
  filters?: ReactNode
  bulk?: BulkAction<Row>[]
  views?: ListViews
  /** Of all pages, where the server knows it. */
  total?: number
  /** The server filters, sorts and pages; the rows are shown as they come. */
  paging?: Paging
  onExport?: (format: Format) => void
  isSelectable?: boolean
  /** Rows of a group stand together, under its heading. */
  groupOf?: (row: Row) => { key: string; label: ReactNode }
  /** Offered when all loaded rows are ticked and there are more. */
  everything?: Everything
}

export function List<Row>({ rows, error, isLoading, onRetry, empty, skeleton, ...list }: ListProps<Row>) {
  const url = useListUrl()
  const isNothing = rows?.length === 0 && !url.q
  return (
    <FaceOf
      error={error}
      isLoading={isLoading || !rows}
      onRetry={onRetry}
      empty={isNothing && empty}
      skeleton={skeleton ?? <SkeletonRows columns={Math.min(5, list.columns.length)} />}
    >
      {() => <Full rows={rows ?? []} {...list} />}
    </FaceOf>
  )
}

function Full<Row>({ rows, ...list }: Omit<ListProps<Row>, keyof Faces> & { rows: Row[] }) {
  const url = useListUrl()
  const words = useDeferredValue(list.paging ? '' : url.q)
  const shown = useMemo(() => {
    const found = words ? filtered(rows, haystacks(rows, list.columns), words) : rows
    return list.paging ? found : sorted(found, list.columns, url.sort)
  }, [rows, words, list.columns, list.paging, url.sort])
  const ids = useMemo(() => shown.map(list.rowId), [shown, list.rowId])
  const selection = useSelection(ids)
  const columns = useMemo(() => chosen(list.columns, url.columns), [list.columns, url.columns])
  const gridId = useId()
  const { open, filterRef, onKeyDown } = useListKeys({ list, shown, selection, gridId })

  const save = (format: Format, some: Row[]) => void saveTable(format, list.id, tableOf(columns, some))
  const picked =
    selection.ticked.size > 0 ? shown.filter((_, index) => selection.ticked.has(ids[index] ?? '')) : []

  return (
    <div className="relative flex min-h-0 flex-1 flex-col">
      <Toolbar
        list={list}
        url={url}
        filterRef={filterRef}
        shown={shown.length}
        total={list.total ?? rows.length}
        onExport={list.onExport ?? ((format) => save(format, shown))}
      />
      {shown.length === 0 ? (
        <EmptyState action={<Button onClick={() => url.setQ('')}>{t('list.clearFilter')}</Button>}>
          {t('list.noMatch')}
        </EmptyState>
      ) : (
        <Rows
          id={gridId}
          list={list}
          columns={columns}
          rows={shown}
          ids={ids}
          sort={url.sort}
          onSort={url.setSort}
          selection={selection}
          onOpen={open}
          onKeyDown={onKeyDown}
        />
      )}
      <BulkBar
        rows={picked}
        bulk={list.bulk ?? []}
        everything={picked.length === shown.length ? list.everything : undefined}
        onExport={(format) => save(format, picked)}
        onClear={() => {
          selection.setAll(false)
          list.everything?.clear()
        }}
      />
    </div>
  )
}
