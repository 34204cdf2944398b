import { When } from '../../../ui/format/Values.tsx'
import type { Column } from '../../../ui/list/columns.ts'
import { List } from '../../../ui/list/List.tsx'
import { UrlFilter } from '../../../ui/list/UrlFilter.tsx'
import { useRows } from '../../../ui/query.ts'
import { useUrl } from '../../../ui/useUrl.ts'
import { useSavedViews } from '../../views/web/index.ts'
import { type Import, type ImportStatus, imports, ImportStatus as Statuses } from '../contract.ts'
import { objectWords, StatusBadge, statusLook } from './status.tsx'
import { useUndo } from './useUndo.tsx'

const columns: Column<Import>[] = [
  { id: 'title', title: 'What', value: (one) => one.title },
  { id: 'file', title: 'File', value: (one) => one.file },
  {
    id: 'status',
    title: 'Status',
    width: 150,
    value: (one) => statusLook[one.status].label,
    cell: (one) => <StatusBadge status={one.status} />,
  },
  { id: 'source', title: 'Source', value: (one) => one.source, width: 110 },
  { id: 'objects', title: 'Brings', value: (one) => objectWords(one.objects), isHidden: true },
  { id: 'rows', title: 'Rows', value: (one) => one.rows, align: 'end', width: 90 },
  {
    id: 'rejected',
    title: 'Rejected',
    value: (one) => one.counts?.rejected ?? null,
    align: 'end',
    width: 90,
  },
  { id: 'by', title: 'By', value: (one) => one.by, width: 120 },
  {
    id: 'uploadedAt',
    title: 'Handed in',
    width: 130,
    value: (one) => one.uploadedAt,
    cell: (one) => <When at={one.uploadedAt} />,
  },
]

const statuses = Statuses.options.map((value) => ({ value, label: statusLook[value].label }))

/** Every file ever handed in, newest first. */
export function History() {
  const [status] = useUrl('status')
  const asked = useRows(imports.list, status ? { status: status as ImportStatus } : {}, 200)
  const { ask, dialog } = useUndo()
  const views = useSavedViews('/imports')
  return (
    <>
      <List<Import>
        id="imports"
        what="imports"
        rows={asked.rows}
        total={asked.total}
        rowId={(one) => one.id}
        rowPath={(one) => `/imports/${one.id}`}
        columns={columns}
        views={views}
        filters={<UrlFilter name="status" label="Status" anyLabel="Any status" options={statuses} />}
        bulk={[
          {
            label: 'Undo',
            run: (rows) => ask(rows.filter((one) => one.can.undo === null)),
          },
        ]}
        isLoading={asked.isPending}
        error={asked.error}
        onRetry={asked.refetch}
        empty={{ children: status ? 'No import stands like this.' : 'No file has been handed in yet.' }}
      />
      {dialog}
    </>
  )
}
