import { day, days } from '../../../ui/format/when.ts'
import { Badge } from '../../../ui/parts/Badge.tsx'

type Entry = { stage: string; enteredAt: string; leftAt: string | null; imputed?: boolean }
const dayMs = 86_400_000

/** Stages in the order they were entered, with the time spent in each. */
export function Timeline({ entries, empty }: { entries: Entry[]; empty: string }) {
  if (entries.length === 0) return <p className="text-ink-3">{empty}</p>
  return (
    <ol className="flex flex-col">
      {entries.map((one, at) => (
        <li key={`${one.stage} ${one.enteredAt}`} className="grid grid-cols-[16px_1fr] gap-3">
          <span className="flex flex-col items-center" aria-hidden="true">
            <span
              className={`mt-1.5 size-2.5 rounded-full ${one.imputed ? 'border-2 border-line-control' : 'bg-accent'}`}
            />
            {at < entries.length - 1 && <span className="w-px flex-1 bg-line-strong" />}
          </span>
          <span className="pb-4">
            <span className="flex flex-wrap items-center gap-2 font-medium">
              {one.stage}
              {one.imputed && <Badge>put in: a later stage was reached without it</Badge>}
            </span>
            <span className="block text-sm text-ink-3">
              {day(one.enteredAt)}
              {left(entries, at)
                ? ` · stayed ${stay(one.enteredAt, left(entries, at) as string)}`
                : ' · still here'}
            </span>
          </span>
        </li>
      ))}
    </ol>
  )
}

/** Histories that only say when a stage was entered: the next entry ends the stay. */
const left = (entries: Entry[], at: number): string | null =>
  entries[at]?.leftAt ?? entries[at + 1]?.enteredAt ?? null

function stay(from: string, to: string): string {
  const length = (Date.parse(to) - Date.parse(from)) / dayMs
  return length < 0.5 ? 'less than a day' : days(length)
}
