import type { useRows } from '../query.ts'

type Behind<Row> = Pick<ReturnType<typeof useRows>, 'total' | 'paging'> & { rows: Row[] | undefined }

/** Rows that a route pages through, as the drawer of an explanation takes them. */
export const paged = <Row>({ rows, total, paging }: Behind<Row>) => ({
  rows: rows ?? [],
  total,
  hasMore: paging.hasMore,
  isLoadingMore: paging.isLoadingMore,
  loadMore: () => void paging.loadMore(),
})
