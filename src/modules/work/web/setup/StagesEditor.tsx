import { ArrowDown, ArrowUp, ChevronDown, ChevronRight, Plus, X } from 'lucide-react'
import { type KeyboardEvent, useRef, useState } from 'react'
import { Button, IconButton } from '../../../../ui/parts/Button.tsx'
import { Card } from '../../../../ui/parts/Card.tsx'
import { Input } from '../../../../ui/parts/Input.tsx'
import { Select } from '../../../../ui/parts/Select.tsx'
import { newStage, type StageDraft, shifted } from './draft.ts'
import { StageTerms } from './StageTerms.tsx'

const kinds = [
  { value: 'waiting', label: 'Waiting' },
  { value: 'active', label: 'Active' },
  { value: 'done', label: 'Done' },
] as const

type StagesEditorProps = { stages: StageDraft[]; onChange: (stages: StageDraft[]) => void }

/** Stages in their order; Alt with an arrow key moves the one whose name is being written. */
export function StagesEditor({ stages, onChange }: StagesEditorProps) {
  const list = useRef<HTMLOListElement>(null)
  const [opened, setOpened] = useState('')
  const shift = (at: number, by: 1 | -1) => {
    onChange(shifted(stages, at, by))
    requestAnimationFrame(() => {
      const names = list.current?.querySelectorAll<HTMLElement>('input[data-name]')
      names?.[Math.max(0, Math.min(stages.length - 1, at + by))]?.focus()
    })
  }
  const change = (at: number, patch: Partial<StageDraft>) =>
    onChange(stages.map((one, place) => (place === at ? { ...one, ...patch } : one)))
  return (
    <Card
      title="Stages"
      hint="In the order items go through them. Alt with ↑ and ↓ moves a stage."
      actions={
        <Button small icon={<Plus size={14} />} onClick={() => onChange(withOneMore(stages))}>
          Add a stage
        </Button>
      }
    >
      <ol ref={list} className="flex flex-col gap-2">
        {stages.map((stage, at) => (
          <StageRow
            key={stage.key}
            stage={stage}
            isFirst={at === 0}
            isLast={at === stages.length - 1}
            isOpen={opened === stage.key}
            onOpen={() => setOpened(opened === stage.key ? '' : stage.key)}
            onChange={(patch) => change(at, patch)}
            onShift={(by) => shift(at, by)}
            onRemove={() => onChange(stages.filter((one) => one !== stage))}
          />
        ))}
      </ol>
    </Card>
  )
}

/** Before the last stage, which is mostly the one where items are done. */
const withOneMore = (stages: StageDraft[]): StageDraft[] => [
  ...stages.slice(0, -1),
  newStage('', 'active'),
  ...stages.slice(-1),
]

type StageRowProps = {
  stage: StageDraft
  isFirst: boolean
  isLast: boolean
  isOpen: boolean
  onOpen: () => void
  onChange: (patch: Partial<StageDraft>) => void
  onShift: (by: 1 | -1) => void
  onRemove: () => void
}

function StageRow({ stage, isFirst, isLast, isOpen, onOpen, onChange, onShift, onRemove }: StageRowProps) {
  const name = stage.name || 'the new stage'
  const onKeyDown = (event: KeyboardEvent) => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return
    event.preventDefault()
    onShift(event.key === 'ArrowUp' ? -1 : 1)
  }
  const Fold = isOpen ? ChevronDown : ChevronRight
  return (
    <li className="flex flex-col gap-3 rounded-md border border-line p-2">
      <div className="flex flex-wrap items-center gap-2">
        <IconButton small label={`Terms of ${name}`} aria-expanded={isOpen} onClick={onOpen}>
          <Fold size={14} />
        </IconButton>
        <Input
          data-name=""
          required
          aria-label="Name of the stage"
          maxLength={60}
          value={stage.name}
          onChange={(next) => onChange({ name: next })}
          onKeyDown={onKeyDown}
          className="w-40! flex-1"
        />
        <Select
          label={`Kind of ${name}`}
          options={kinds}
          value={stage.kind}
          onChange={(kind) => onChange({ kind })}
        />
        <Input
          type="number"
          min={1}
          max={1000}
          aria-label={`Most items at once in ${name}`}
          placeholder="No limit"
          value={stage.limit ?? ''}
          onChange={(text) => onChange({ limit: text ? Number(text) : null })}
          className="w-24!"
        />
        <IconButton
          small
          label={`Move ${name} up`}
          keys="alt+ArrowUp"
          disabled={isFirst}
          onClick={() => onShift(-1)}
        >
          <ArrowUp size={14} />
        </IconButton>
        <IconButton
          small
          label={`Move ${name} down`}
          keys="alt+ArrowDown"
          disabled={isLast}
          onClick={() => onShift(1)}
        >
          <ArrowDown size={14} />
        </IconButton>
        <IconButton small label={`Take ${name} away`} onClick={onRemove}>
          <X size={14} />
        </IconButton>
      </div>
      {isOpen && <StageTerms stage={stage} onChange={onChange} />}
    </li>
  )
}
