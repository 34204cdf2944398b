import { Link } from '@tanstack/react-router'
import { ChevronRight } from 'lucide-react'
import { useState } from 'react'
import { cx } from '../../../ui/classes.ts'
import { count } from '../../../ui/format/number.ts'
import { useKeys } from '../../../ui/keys/useKeys.ts'
import { Notice } from '../../../ui/parts/Badge.tsx'
import { Button } from '../../../ui/parts/Button.tsx'
import { Card } from '../../../ui/parts/Card.tsx'
import { useCan } from '../../../ui/port/Ports.tsx'
import { useCommand } from '../../../ui/query.ts'
import { type Import, imports } from '../contract.ts'
import { fileWords, isWork, objectWords, StatusBadge, statusWords } from './status.tsx'
import { Understanding } from './Understanding.tsx'

type TrayProps = { items: Import[]; onLanding: (ids: string[]) => void }

/** What waits for a decision, in one list with one button. */
export function Tray({ items, onLanding }: TrayProps) {
  const can = useCan()
  const land = useCommand(imports.land, { alsoRefresh: ['metrics', 'pipeline', 'quality'] })
  const ready = items.filter((one) => one.can.land === null).map((one) => one.id)
  const start = async () => {
    if (ready.length === 0) return
    const answer = await land.run({ ids: ready })
    if (answer) onLanding(ready)
  }
  useKeys({ 'mod+enter': () => void start() }, { isOn: ready.length > 0 })
  if (items.length === 0) return null
  return (
    <Card
      isFlush
      title="What we understood"
      hint="Nothing counts yet. Open a line to see its mapping, a sample and what would be rejected."
      actions={
        can('imports:write') &&
        ready.length > 0 && (
          <Button look="primary" isBusy={land.isRunning} onClick={start}>
            {ready.length === 1 ? 'Land 1 file' : `Land ${ready.length} files`}
          </Button>
        )
      }
    >
      {items.some(isWork) && can('work:manage') && (
        <div className="px-4 pt-2">
          <Notice>
            Boards and tasks of other tools come in as work:{' '}
            <Link to="/work/takeovers" className="text-accent-ink underline">
              take them over
            </Link>
            .
          </Notice>
        </div>
      )}
      <ul className="mt-2 divide-y divide-line border-t border-line">
        {items.map((one) => (
          <Waiting key={one.id} item={one} isOpenAtFirst={items.length === 1 || one.status === 'unsettled'} />
        ))}
      </ul>
    </Card>
  )
}

function Waiting({ item, isOpenAtFirst }: { item: Import; isOpenAtFirst: boolean }) {
  const [isOpen, setOpen] = useState(isOpenAtFirst)
  return (
    <li>
      <button
        type="button"
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
        className="flex w-full items-center gap-3 px-4 py-2 text-left hover:bg-hover"
      >
        <ChevronRight
          size={14}
          aria-hidden="true"
          className={cx('shrink-0 text-ink-3 transition-transform', isOpen && 'rotate-90')}
        />
        <span className="min-w-0 flex-1">
          <span className="flex flex-wrap items-center gap-x-2">
            <span className="font-medium">{item.title}</span>
            <span className="min-w-0 truncate text-ink-3">{fileWords(item)}</span>
          </span>
          <span className="line-clamp-2 text-sm text-ink-2">{summary(item)}</span>
        </span>
        <StatusBadge status={item.status} />
      </button>
      {isOpen && (
        <div className="px-4 pb-4 pl-11 narrow:pl-4">
          <Understanding id={item.id} />
        </div>
      )}
    </li>
  )
}

function summary(item: Import): string {
  const what = item.objects.length > 0 ? ` → ${objectWords(item.objects)}` : ''
  const rows = `${count(item.rows)} ${item.rows === 1 ? 'row' : 'rows'}${what}`
  const worry = item.notes.find((note) => note.kind !== 'info')
  const words = worry?.says ?? statusWords(item)
  return words ? `${rows} · ${words}` : rows
}
