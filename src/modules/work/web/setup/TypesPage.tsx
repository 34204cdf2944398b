import { Plus } from 'lucide-react'
import { useState } from 'react'
import { useKeys } from '../../../../ui/keys/useKeys.ts'
import { Page } from '../../../../ui/kit/Page.tsx'
import { Badge } from '../../../../ui/parts/Badge.tsx'
import { Button } from '../../../../ui/parts/Button.tsx'
import { Card } from '../../../../ui/parts/Card.tsx'
import { toast } from '../../../../ui/parts/Toast.tsx'
import { useCan } from '../../../../ui/port/Ports.tsx'
import { useCommand, useQuery } from '../../../../ui/query.ts'
import { type ItemType, work } from '../../contract.ts'
import { durationWords } from '../../rules.ts'
import { TypeForm } from './TypeForm.tsx'

export default function TypesPage() {
  const asked = useQuery(work.types, {})
  const [editing, setEditing] = useState<ItemType | 'new' | null>(null)
  const mayManage = useCan()('work:manage')
  const start = () => setEditing('new')
  useKeys({ c: start }, { isOn: mayManage })
  return (
    <Page
      isNarrow
      title="Item types"
      description="What kinds of work there are, and what their items begin with."
      crumbs={[{ title: 'All items', path: '/work' }]}
      actions={
        mayManage && (
          <Button look="primary" icon={<Plus size={14} />} onClick={start}>
            New type
          </Button>
        )
      }
      isLoading={asked.isPending}
      error={asked.error}
      onRetry={() => void asked.refetch()}
      empty={asked.data?.items.length === 0 && { children: 'No type is named yet. Name the first with C.' }}
    >
      {() => (
        <>
          <Card>
            <ul className="flex flex-col">
              {asked.data?.items.map((one) => (
                <Row key={one.id} type={one} onEdit={mayManage ? () => setEditing(one) : undefined} />
              ))}
            </ul>
          </Card>
          {editing && (
            <TypeForm type={editing === 'new' ? undefined : editing} onClose={() => setEditing(null)} />
          )}
        </>
      )}
    </Page>
  )
}

function Row({ type, onEdit }: { type: ItemType; onEdit: (() => void) | undefined }) {
  const change = useCommand(work.changeType)
  const set = async (isRetired: boolean) => {
    const done = await change.run({ id: type.id, version: type.version, isRetired })
    if (!done) return
    const back = () => void change.run({ id: done.id, version: done.version, isRetired: !isRetired })
    toast(isRetired ? `${type.name} is retired` : `${type.name} is in use again`, { undo: back })
  }
  const facts = [
    type.summary,
    type.estimateMinutes === null ? '' : `begins with ${durationWords(type.estimateMinutes)}`,
    type.checklist.length > 0 ? `a checklist of ${type.checklist.length}` : '',
    `${type.items.toLocaleString('en')} items`,
  ]
  return (
    <li className="flex min-h-11 flex-wrap items-center gap-2 border-b border-line py-1 last:border-0">
      <div className="min-w-0 flex-1">
        <p className="font-medium">{type.name}</p>
        <p className="text-sm text-ink-3">{facts.filter(Boolean).join(' · ')}</p>
      </div>
      {type.isRetired && <Badge>Retired</Badge>}
      {onEdit && (
        <>
          <Button small onClick={onEdit}>
            Change
          </Button>
          <Button small look="quiet" isBusy={change.isRunning} onClick={() => void set(!type.isRetired)}>
            {type.isRetired ? 'Use again' : 'Retire'}
          </Button>
        </>
      )}
    </li>
  )
}
