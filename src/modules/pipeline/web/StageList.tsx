import { Plus } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../../../ui/parts/Button.tsx'
import { Input } from '../../../ui/parts/Input.tsx'
import { StageCard } from './StageCard.tsx'
import { added, changed, moved, type Stage } from './stage-edit.ts'

type StageListProps = {
  stages: Stage[]
  attributes: string[]
  /** Absent where one may only read. */
  onChange?: (stages: Stage[]) => void
}

/** In order from first to last; drag a card, or move it with the arrow keys on its handle. */
export function StageList({ stages, attributes, onChange }: StageListProps) {
  const [dragged, setDragged] = useState<number | null>(null)
  const [over, setOver] = useState<number | null>(null)
  const drop = (to: number) => {
    if (dragged !== null) onChange?.(moved(stages, dragged, to))
    setDragged(null)
    setOver(null)
  }
  return (
    <>
      <ol className="flex flex-col gap-2">
        {stages.map((stage, at) => (
          <li
            key={stage.id}
            className={over === at && dragged !== at ? 'rounded-lg outline-2 outline-accent' : undefined}
            onDragOver={(event) => {
              if (dragged === null) return
              event.preventDefault()
              setOver(at)
            }}
            onDrop={() => drop(at)}
          >
            <StageCard
              at={at}
              stage={stage}
              attributes={attributes}
              canRemove={stages.length > 2}
              onChange={onChange && ((change) => onChange(changed(stages, at, change)))}
              onMove={(by) => onChange?.(moved(stages, at, at + by))}
              onRemove={() => onChange?.(stages.filter((_, index) => index !== at))}
              onDrag={(isOn) => setDragged(isOn ? at : null)}
            />
          </li>
        ))}
      </ol>
      {onChange && stages.length < 12 && <Adding onAdd={(name) => onChange(added(stages, name))} />}
    </>
  )
}

function Adding({ onAdd }: { onAdd: (name: string) => void }) {
  const [name, setName] = useState('')
  return (
    <form
      className="flex max-w-100 gap-2"
      onSubmit={(event) => {
        event.preventDefault()
        if (!name.trim()) return
        onAdd(name.trim())
        setName('')
      }}
    >
      <Input
        aria-label="Name of a new stage"
        placeholder="Another stage…"
        maxLength={60}
        value={name}
        onChange={setName}
      />
      <Button type="submit" icon={<Plus size={14} />} disabled={!name.trim()}>
        Add
      </Button>
    </form>
  )
}
