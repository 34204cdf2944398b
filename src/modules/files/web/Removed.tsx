import { Undo2 } from 'lucide-react'
import { useState } from 'react'
import { Day } from '../../../ui/format/Values.tsx'
import { Button } from '../../../ui/parts/Button.tsx'
import { useCommand } from '../../../ui/query.ts'
import { type Attached, files } from '../contract.ts'

/** What was removed and can be put back. */
export function Removed({ items }: { items: Attached['removed'] }) {
  const [isOpen, setOpen] = useState(false)
  const putBack = useCommand(files.putBack)
  if (items.length === 0) return null
  return (
    <div className="flex flex-col gap-1 text-sm">
      <Button
        small
        look="quiet"
        className="self-start"
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        {isOpen ? 'Hide what was removed' : `${items.length} removed`}
      </Button>
      {isOpen && (
        <ul className="flex flex-col">
          {items.map((one) => (
            <li key={one.id} className="flex flex-wrap items-center gap-x-2">
              <span className="min-w-0 truncate text-ink-2 line-through">{one.name}</span>
              <span className="text-ink-3">
                {`by ${one.by}, kept until `}
                <Day date={one.until} />
              </span>
              <Button
                small
                look="quiet"
                icon={<Undo2 size={14} />}
                isBusy={putBack.isRunning}
                onClick={() => void putBack.run({ id: one.id })}
              >
                Put back
                <span className="sr-only">{` ${one.name}`}</span>
              </Button>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
