import { useMemo } from 'react'
import { useUrl } from '../useUrl.ts'
import { readSort, type Sort, writeSort } from './columns.ts'

/** Filter, sort and columns of the list on this page, as they stand in the URL. */
export function useListUrl() {
  const [q, setQ] = useUrl('q')
  const [sortText, setSortText] = useUrl('sort')
  const [columns, setColumns] = useUrl('columns')
  const sort = useMemo(() => readSort(sortText), [sortText])
  const setSort = (next: Sort | null) => setSortText(writeSort(next))
  return { q, setQ, sort, setSort, columns, setColumns }
}
