import { useParams } from '@tanstack/react-router'
import { Undo2 } from 'lucide-react'
import { bytes, count } from '../../../ui/format/number.ts'
import { When } from '../../../ui/format/Values.tsx'
import { DetailPage } from '../../../ui/kit/DetailPage.tsx'
import { Button } from '../../../ui/parts/Button.tsx'
import { Card } from '../../../ui/parts/Card.tsx'
import { EmptyState } from '../../../ui/parts/Faces.tsx'
import { useCan } from '../../../ui/port/Ports.tsx'
import { useCommand, useQuery } from '../../../ui/query.ts'
import { imports } from '../contract.ts'
import { ImportRows } from './ImportRows.tsx'
import { Landing, RejectsLink } from './Landing.tsx'
import type { Inspected } from './mapping-edit.ts'
import { isMoving, objectWords, StatusBadge } from './status.tsx'
import { Understood } from './Understanding.tsx'
import { useUndo } from './useUndo.tsx'

export default function ImportPage() {
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  const asked = useQuery(imports.show, { id })
  const isBusy = asked.data ? isMoving(asked.data) : false
  useQuery(imports.show, { id }, { every: isBusy && 1000, isOn: isBusy })
  const { data } = asked
  const rejected = data?.counts?.rejected ?? 0
  return (
    <DetailPage
      title={data?.title ?? 'Import'}
      description={data && (data.sheet ? `${data.file} · ${data.sheet}` : data.file)}
      crumbs={[{ title: 'Imports', path: '/imports' }]}
      tabs={[
        { value: 'understood', label: 'Understood' },
        { value: 'receipt', label: 'Receipt' },
        { value: 'rows', label: 'Rows' },
        { value: 'rejects', label: 'Rejects', ...(rejected > 0 ? { count: rejected } : {}) },
      ]}
      actions={data && <Actions item={data} />}
      properties={data && properties(data)}
      isLoading={asked.isPending}
      error={asked.error}
      onRetry={asked.refetch}
    >
      {(tab) => data && <Tab tab={tab} item={data} />}
    </DetailPage>
  )
}

function Actions({ item }: { item: Inspected }) {
  const can = useCan()
  const land = useCommand(imports.land, { alsoRefresh: ['metrics', 'pipeline', 'quality'] })
  const { ask, dialog } = useUndo()
  if (!can('imports:write')) return null
  return (
    <>
      {item.can.undo === null && (
        <Button icon={<Undo2 size={14} />} onClick={() => ask([item])}>
          Undo this import
        </Button>
      )}
      {item.can.land === null && (
        <Button look="primary" isBusy={land.isRunning} onClick={() => void land.run({ ids: [item.id] })}>
          Land this file
        </Button>
      )}
      {dialog}
    </>
  )
}

const properties = (item: Inspected) => [
  { label: 'Status', value: <StatusBadge status={item.status} /> },
  { label: 'Source', value: item.source ?? '–' },
  { label: 'Brings', value: objectWords(item.objects) || '–' },
  { label: 'Rows', value: count(item.rows) },
  { label: 'Size', value: bytes(item.size) },
  { label: 'Handed in', value: <When at={item.uploadedAt} /> },
  { label: 'By', value: item.by },
  ...(item.landedAt ? [{ label: 'Landed', value: <When at={item.landedAt} /> }] : []),
  ...(item.batch !== null ? [{ label: 'Batch', value: String(item.batch) }] : []),
]

function Tab({ tab, item }: { tab: string; item: Inspected }) {
  if (tab === 'receipt')
    return item.counts || isMoving(item) ? <Landing items={[item]} /> : <NotYet what="receipt" />
  if (tab === 'rows') return item.batch === null ? <NotYet what="rows" /> : <ImportRows item={item} />
  if (tab === 'rejects') return <Rejects item={item} />
  return <Understood inspected={item} />
}

const NotYet = ({ what }: { what: string }) => (
  <EmptyState>{`There is no ${what} yet: this file has not landed.`}</EmptyState>
)

function Rejects({ item }: { item: Inspected }) {
  const rejected = item.counts?.rejected ?? 0
  if (!item.counts && item.willReject.length === 0) return <EmptyState>No row would be rejected.</EmptyState>
  if (item.counts && rejected === 0) return <EmptyState>No row of this file was rejected.</EmptyState>
  return (
    <Card
      title={item.counts ? `${count(rejected)} rows were rejected` : 'These rows would be rejected'}
      hint="Mend them in the file and hand it in again; rows that landed are left as they are."
      actions={item.counts && <RejectsLink id={item.id} rejected={rejected} />}
    >
      <ul className="flex flex-col gap-1">
        {item.willReject.map((one) => (
          <li key={one.reason}>{`${count(one.rows)} × ${one.reason}`}</li>
        ))}
      </ul>
    </Card>
  )
}
