import { X } from 'lucide-react'
import { IconButton } from '../../../ui/parts/Button.tsx'
import { Card } from '../../../ui/parts/Card.tsx'
import type { Week } from '../contract.ts'
import type { Deeds } from './useWeekDeeds.ts'
import { hours, shortDay, sourceNames, whatOf } from './words.ts'

/** The entries that the week is made of, each with its words. */
export function EntryList({ data, deeds }: { data: Week; deeds: Deeds }) {
  if (data.entries.length === 0) return null
  return (
    <Card title="Entries" hint={`${data.entries.length} of this week`}>
      <ul className="flex flex-col">
        {data.entries.map((one) => (
          <li key={one.id} className="flex items-center gap-3 border-b border-line py-1 last:border-0">
            <span className="w-16 shrink-0 text-sm text-ink-3">{shortDay(one.day)}</span>
            <span className="tabular w-12 shrink-0 text-right">{hours(one.minutes)}</span>
            <span className="min-w-0 flex-1 truncate">
              {whatOf(one)}
              {one.note && <span className="text-ink-3">{` · ${one.note}`}</span>}
            </span>
            <span className="text-sm text-ink-3 narrow:hidden">{sourceNames[one.source]}</span>
            {data.can.write && (
              <IconButton
                label={`Take away ${hours(one.minutes)} h of ${whatOf(one)}`}
                onClick={() => void deeds.remove([one])}
              >
                <X size={14} />
              </IconButton>
            )}
          </li>
        ))}
      </ul>
    </Card>
  )
}
