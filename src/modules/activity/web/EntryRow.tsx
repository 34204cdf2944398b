import { ChevronRight } from 'lucide-react'
import { useState } from 'react'
import { cx } from '../../../ui/classes.ts'
import { When } from '../../../ui/format/Values.tsx'
import { Avatar } from '../../../ui/parts/Avatar.tsx'
import { Badge } from '../../../ui/parts/Badge.tsx'
import { Button } from '../../../ui/parts/Button.tsx'
import type { Entry } from '../contract.ts'

const doors: Record<string, string> = { cli: 'command line', job: 'in the background' }

/** One sentence; opened, what changed in which columns. */
export function EntryRow({ entry, onSubject }: { entry: Entry; onSubject: (id: string) => void }) {
  const [isOpen, setOpen] = useState(false)
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
          className={cx(
            'shrink-0 text-ink-3 transition-transform duration-[var(--quick)]',
            isOpen && 'rotate-90',
          )}
        />
        <Avatar name={entry.actor.name} small />
        <span className="min-w-0 flex-1">
          <span className="font-medium">{entry.actor.name}</span>{' '}
          <span className="text-ink-2">{entry.sentence}</span>
        </span>
        {entry.via in doors && (
          <span className="narrow:hidden">
            <Badge>{doors[entry.via]}</Badge>
          </span>
        )}
        <span className="shrink-0 text-sm text-ink-3">
          <When at={entry.at} />
        </span>
      </button>
      {isOpen && <Details entry={entry} onSubject={onSubject} />}
    </li>
  )
}

function Details({ entry, onSubject }: { entry: Entry; onSubject: (id: string) => void }) {
  return (
    <div className="flex flex-col gap-2 bg-sunken px-4 py-3 pl-11 text-sm">
      <p className="flex flex-wrap items-center gap-x-3 text-ink-3">
        <code>{entry.type}</code>
        <span>request {entry.request}</span>
        <Button small look="quiet" onClick={() => onSubject(entry.subject)}>
          All about {entry.subject}
        </Button>
      </p>
      {entry.changes.length === 0 && <p className="text-ink-3">No record was changed.</p>}
      <ul className="flex flex-col gap-1">
        {entry.changes.map((change, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: changes of one event never move
          <li key={index} className="break-words">
            <Deed change={change} />
          </li>
        ))}
      </ul>
    </div>
  )
}

function Deed({ change }: { change: Entry['changes'][number] }) {
  const where = (
    <code>
      {change.table} {change.row}
    </code>
  )
  if (change.did === 'insert') return <>{where} was added</>
  if (change.did === 'delete') return <>{where} was removed</>
  return (
    <>
      {where}
      {Object.entries(change.columns ?? {}).map(([column, [from, to]]) => (
        <span key={column} className="ml-3">
          <span className="font-medium">{column}</span>: {printed(from)} → {printed(to)}
        </span>
      ))}
    </>
  )
}

function printed(value: unknown): string {
  if (value === null || value === undefined) return 'nothing'
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}
