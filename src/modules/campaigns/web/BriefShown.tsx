import type { ReactNode } from 'react'
import { Day } from '../../../ui/format/Values.tsx'
import { Badge } from '../../../ui/parts/Badge.tsx'
import type { Given } from '../contract.ts'

type Row = { label: string; value: ReactNode }

/** A brief to be read: what is written, then what else is known of it. */
export function BriefShown({ brief, more = [] }: { brief: Given['brief']; more?: Row[] }) {
  const rows: Row[] = [
    { label: 'Audience', value: brief.audience },
    { label: 'Not for', value: brief.exclusions },
    { label: 'Message', value: brief.message },
    { label: 'Offer', value: brief.offer },
    {
      label: 'Channels',
      value: brief.channels.length > 0 && (
        <span className="flex flex-wrap gap-1">
          {brief.channels.map((one) => (
            <Badge key={one}>{one}</Badge>
          ))}
        </span>
      ),
    },
    {
      label: 'Days',
      value: (
        <>
          <Day date={brief.startsOn} />
          {' – '}
          <Day date={brief.endsOn} />
        </>
      ),
    },
    { label: 'Agency', value: brief.agency },
    ...more,
  ]
  return (
    <dl className="grid grid-cols-[140px_1fr] gap-x-4 gap-y-3 narrow:grid-cols-1 narrow:gap-y-0">
      {rows.map(({ label, value }) => (
        <div key={label} className="contents">
          <dt className="text-ink-3 narrow:text-sm">{label}</dt>
          <dd className="min-w-0 break-words whitespace-pre-wrap narrow:mb-3">
            {value || <span className="text-ink-3">Not said yet</span>}
          </dd>
        </div>
      ))}
    </dl>
  )
}
