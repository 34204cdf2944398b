import { GripVertical, Trash2 } from 'lucide-react'
import type { KeyboardEvent } from 'react'
import { IconButton } from '../../../ui/parts/Button.tsx'
import { Input } from '../../../ui/parts/Input.tsx'
import { EntryRules } from './EntryRules.tsx'
import { ruleWords, type Stage } from './stage-edit.ts'

type StageCardProps = {
  at: number
  stage: Stage
  attributes: string[]
  canRemove: boolean
  onChange?: (change: Partial<Stage>) => void
  onMove: (by: 1 | -1) => void
  onRemove: () => void
  onDrag: (isOn: boolean) => void
}

export function StageCard({ at, stage, attributes, canRemove, onChange, ...deeds }: StageCardProps) {
  if (!onChange) return <Read at={at} stage={stage} />
  return (
    <article className="flex items-start gap-2 rounded-lg border border-line bg-surface p-3">
      <Handle at={at} name={stage.name} onMove={deeds.onMove} onDrag={deeds.onDrag} />
      <div className="flex min-w-0 flex-1 flex-col gap-2">
        <div className="flex flex-wrap items-center gap-2">
          <Input
            className="max-w-60 font-medium"
            aria-label={`Name of stage ${at + 1}`}
            value={stage.name}
            maxLength={60}
            onChange={(name) => onChange({ name })}
          />
          <code className="font-mono text-sm text-ink-3">{stage.id}</code>
          <span className="flex-1" />
          <span className="flex items-center gap-2 text-ink-2">
            Leave within
            <Input
              className="w-20!"
              type="number"
              min={1}
              max={3650}
              aria-label={`Days within which ${stage.name} is to be left`}
              placeholder="–"
              value={stage.slaDays ?? ''}
              onChange={(text) => onChange({ slaDays: Number(text) > 0 ? Math.round(Number(text)) : null })}
            />
            days
          </span>
          <IconButton small label={`Remove ${stage.name}`} disabled={!canRemove} onClick={deeds.onRemove}>
            <Trash2 size={14} />
          </IconButton>
        </div>
        <EntryRules stage={stage} attributes={attributes} onChange={(rules) => onChange({ rules })} />
      </div>
    </article>
  )
}

type HandleProps = Pick<StageCardProps, 'at' | 'onMove' | 'onDrag'> & { name: string }

function Handle({ at, name, onMove, onDrag }: HandleProps) {
  const press = (event: KeyboardEvent) => {
    const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : null
    if (!by) return
    event.preventDefault()
    onMove(by)
  }
  return (
    <button
      type="button"
      draggable
      aria-label={`Move ${name}, now number ${at + 1}; use the arrow keys`}
      onKeyDown={press}
      onDragStart={() => onDrag(true)}
      onDragEnd={() => onDrag(false)}
      className="flex h-(--control) cursor-grab items-center rounded-sm text-ink-3 hover:text-ink"
    >
      <GripVertical size={16} />
    </button>
  )
}

function Read({ at, stage }: { at: number; stage: Stage }) {
  return (
    <article className="rounded-lg border border-line bg-surface p-4">
      <h2 className="font-semibold">{`${at + 1}. ${stage.name}`}</h2>
      <p className="text-ink-2">{`Entered when ${stage.rules.map(ruleWords).join(', or ')}; the earliest counts.`}</p>
      {stage.slaDays && <p className="text-sm text-ink-3">{`To be left within ${stage.slaDays} days`}</p>}
    </article>
  )
}
