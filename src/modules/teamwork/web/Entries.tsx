import { Link } from '@tanstack/react-router'
import type { KeyboardEvent, ReactNode } from 'react'
import { useKeys } from '../../../ui/keys/useKeys.ts'
import { Button, type Look } from '../../../ui/parts/Button.tsx'

export type Deed = { label: string; run: () => void; look?: Look; isOn?: boolean; isBusy?: boolean }
export type Entry = {
  id: string
  title: ReactNode
  /** Where the title leads. */
  path?: string
  badges?: ReactNode
  /** One quiet line: by whom, until when. */
  meta?: ReactNode
  body?: ReactNode
  deeds?: Deed[]
}

/** Records as short texts with what may be done about each: `j` and `k` walk them, `1` to `5` press their buttons. */
export function Entries({ label, entries }: { label: string; entries: Entry[] }) {
  useKeys({ j: () => walk(1), k: () => walk(-1) }, { isOn: entries.length > 0 })
  return (
    <ul aria-label={label} className="flex flex-col divide-y divide-line">
      {entries.map((one) => (
        <Line key={one.id} entry={one} />
      ))}
    </ul>
  )
}

function walk(by: number): void {
  const rows = [...document.querySelectorAll<HTMLElement>('[data-row]')]
  const at = rows.findIndex((row) => row.contains(document.activeElement))
  rows[at < 0 ? 0 : Math.min(Math.max(at + by, 0), rows.length - 1)]?.focus()
}

const offered = (entry: Entry) => (entry.deeds ?? []).filter((one) => one.isOn !== false)

/** Keys of the row itself; what has the focus within it keeps its own. */
function press(event: KeyboardEvent<HTMLElement>, entry: Entry): void {
  if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey) return
  if (event.key === 'Enter') event.currentTarget.querySelector<HTMLElement>('a[data-title]')?.click()
  else offered(entry)[Number(event.key) - 1]?.run()
}

const Line = ({ entry }: { entry: Entry }) => (
  <li
    data-row={entry.id}
    tabIndex={-1}
    onKeyDown={(event) => press(event, entry)}
    className="flex flex-wrap items-start gap-x-4 gap-y-2 rounded-sm py-3 outline-offset-4 first:pt-0 last:pb-0"
  >
    <div className="flex min-w-0 flex-1 flex-col gap-1 narrow:basis-full">
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
        {entry.path ? (
          <Link data-title to={entry.path} className="min-w-0 font-medium break-words hover:underline">
            {entry.title}
          </Link>
        ) : (
          <span className="min-w-0 font-medium break-words">{entry.title}</span>
        )}
        {entry.badges}
      </p>
      {entry.meta && <p className="text-sm break-words text-ink-3">{entry.meta}</p>}
      {entry.body && <div className="max-w-180 break-words whitespace-pre-line text-ink-2">{entry.body}</div>}
    </div>
    <div className="flex flex-wrap gap-2">
      {offered(entry).map((deed) => (
        <Button key={deed.label} small look={deed.look ?? 'quiet'} isBusy={deed.isBusy} onClick={deed.run}>
          {deed.label}
        </Button>
      ))}
    </div>
  </li>
)
