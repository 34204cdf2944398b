import { Info, Plus } from 'lucide-react'
import { useState } from 'react'
import { Badge } from '../../../../ui/parts/Badge.tsx'
import { IconButton } from '../../../../ui/parts/Button.tsx'
import { Dialog } from '../../../../ui/parts/Dialog.tsx'
import type { Stage } from '../../contract.ts'
import { demandWords } from '../words.ts'
import { useBoardTools } from './board-context.ts'

const kinds = { waiting: 'waiting', active: 'in work', done: 'done' } as const

type HeadProps = { stage: Stage; count: number; canWrite: boolean; cellKey: string }

/** A stage: its name, kind, how many stand there of how many it takes, and what it asks on demand. */
export function ColumnHead({ stage, count, canWrite, cellKey }: HeadProps) {
  const [isOpen, setOpen] = useState(false)
  const tools = useBoardTools()
  return (
    <header className="flex h-10 items-center gap-2 px-2">
      <h2 className="min-w-0 truncate font-medium">{stage.name}</h2>
      <Count stage={stage} count={count} />
      <span className="flex-1 text-sm text-ink-3">{kinds[stage.kind]}</span>
      <IconButton small label={`What ${stage.name} asks`} onClick={() => setOpen(true)}>
        <Info size={14} />
      </IconButton>
      {canWrite && (
        <IconButton
          small
          label={`Add an item to ${stage.name}`}
          keys="c"
          onClick={() => tools.beginAdding(cellKey)}
        >
          <Plus size={14} />
        </IconButton>
      )}
      {isOpen && <Asks stage={stage} onClose={() => setOpen(false)} />}
    </header>
  )
}

function Count({ stage: { limit }, count }: { stage: Stage; count: number }) {
  if (limit === null) return <span className="tabular text-sm text-ink-3">{count.toLocaleString('en')}</span>
  const tone = count > limit ? 'bad' : count === limit ? 'warn' : 'neutral'
  return (
    <Badge
      tone={tone}
    >{`${count}/${limit}${count > limit ? ' over' : count === limit ? ' full' : ''}`}</Badge>
  )
}

function Asks({ stage, onClose }: { stage: Stage; onClose: () => void }) {
  const facts = [
    ...(stage.limit === null ? [] : [`Takes ${stage.limit} items at once.`]),
    ...(stage.mostDays === null ? [] : [`An item is late after ${stage.mostDays} days here.`]),
    ...(stage.isRequired ? ['It is not jumped over without a reason.'] : []),
    ...(stage.approverRoleId ? ['What stands here is approved by a role.'] : []),
  ]
  const isFree = facts.length + stage.demands.length + stage.entry.length + stage.exit.length === 0
  return (
    <Dialog isOpen onClose={onClose} title={stage.name} size="small">
      <div className="flex flex-col gap-3">
        {isFree && <p className="text-ink-2">This stage asks nothing: items come and go as they are.</p>}
        {facts.length > 0 && <p>{facts.join(' ')}</p>}
        <Lines title="Looked at when an item comes in" lines={stage.demands.map((one) => demandWords[one])} />
        <Lines title="Said by whoever moves an item in" lines={stage.entry} />
        <Lines title="Said by whoever moves an item on" lines={stage.exit} />
      </div>
    </Dialog>
  )
}

export function Lines({ title, lines }: { title: string; lines: readonly string[] }) {
  if (lines.length === 0) return null
  return (
    <section>
      <h3 className="text-sm font-medium text-ink-3">{title}</h3>
      <ul className="mt-1 list-disc pl-5">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </section>
  )
}
