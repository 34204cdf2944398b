import type { Format } from '../../../engine/format.ts'
import { address } from '../../../kernel/client.ts'
import type { Asked } from '../../../kernel/contract.ts'
import { count } from '../../../ui/format/number.ts'
import { download } from '../../../ui/format/save.ts'
import { useAgreed } from '../../../ui/port/Ports.tsx'
import { useQuery, useRows } from '../../../ui/query.ts'
import { metrics } from '../contract.ts'

type Line = Record<string, unknown>
type Selection = Asked<typeof metrics.explain>
const written = (value: unknown) => (value === null || value === undefined ? '' : String(value))

/** What fed a metric and the rows behind it, as the drawer of an explanation takes them. */
export function useBehind(
  metric: string,
  { from, to, where = [] }: Pick<Selection, 'from' | 'to' | 'where'>,
) {
  const selection: Selection = {
    metric,
    ...(from ? { from } : {}),
    ...(to ? { to } : {}),
    where,
  }
  const asked = useQuery(metrics.explain, selection, { keepsOld: false })
  const withheld = asked.data?.withheld
  const isOpen = asked.data !== undefined && !withheld?.isAll
  const behind = useRows(metrics.rows, selection, 50, { keepsOld: false, isOn: isOpen })
  const agreed = useAgreed(selection)
  const imported = (asked.data?.imports ?? []).map(({ id, file, landedAt, rows }) => ({
    id,
    title: file,
    path: `/imports/${id}`,
    at: landedAt,
    note: `${count(rows)} rows`,
  }))
  const here = (asked.data?.written ?? []).map(({ title, path, rows }) => ({
    id: path,
    title,
    path,
    note: `${count(rows)} rows`,
  }))
  return {
    isLoading: asked.isPending,
    error: asked.error,
    onRetry: asked.refetch,
    agreed,
    notes: asked.data?.notes ?? [],
    filters: asked.data?.conditions.map((value) => ({ value })) ?? [],
    sources: [...imported, ...here],
    ...(withheld ? { withheld: withheld.says } : {}),
    ...(behind.first
      ? {
          rows: {
            columns: behind.first.columns.map((id) => ({
              id,
              title: id.replaceAll('_', ' '),
              value: (line: Line) => written(line[id]),
            })),
            rows: (behind.rows ?? []) as Line[],
            rowId: (_: Line, index: number) => String(index),
            total: behind.total,
            hasMore: behind.paging.hasMore,
            isLoadingMore: behind.paging.isLoadingMore,
            loadMore: () => void behind.paging.loadMore(),
            onExport: (format: Format) => download(address(metrics.exportRows, { ...selection, format }).url),
          },
        }
      : {}),
  }
}
