import { useState } from 'react'
import { Button } from '../../../ui/parts/Button.tsx'
import { Card } from '../../../ui/parts/Card.tsx'
import { Segmented } from '../../../ui/parts/Segmented.tsx'
import { type Meter, restBys } from '../contract.ts'
import { percentInWords } from '../rules.ts'
import type { AskedPieces } from './PiecesDrawer.tsx'

const names = { type: 'Type', requester: 'Who asked', label: 'Label', duty: 'Other duties' } as const
const most = 8

/** What the time went to that was not vision. */
export function Rest({ data, onTell }: { data: Meter; onTell: (asked: AskedPieces) => void }) {
  const [by, setBy] = useState<(typeof restBys)[number]>('type')
  const slices = data.rest[by] ?? []
  return (
    <Card
      title="What was not vision"
      hint="Parts of all time; with the vision share they make up the whole"
      actions={
        <>
          <Segmented
            label="Broken down by"
            value={by}
            onChange={(value) => setBy(restBys.find((one) => one === value) ?? 'type')}
            options={restBys.map((value) => ({ value, label: names[value] }))}
          />
          <Button
            small
            look="quiet"
            onClick={() => onTell({ what: 'actual', isVision: false, label: 'Hours that were not vision' })}
          >
            Show items
          </Button>
        </>
      }
    >
      {slices.length === 0 ? (
        <p className="text-ink-2">Everything that was worked leads up to the vision, or nothing was.</p>
      ) : (
        <ul className="flex flex-col gap-1">
          {slices.slice(0, most).map((one) => (
            <li key={one.name} className="grid grid-cols-[1fr_4rem_5rem] items-center gap-3">
              <span className="truncate">{one.name}</span>
              <span className="tabular text-right text-ink-2">{`${Math.round(one.minutes / 60)} h`}</span>
              <span className="tabular text-right">{percentInWords(one.share)}</span>
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}
