import { useState } from 'react'
import { DataTable } from '../../../ui/kit/DataTable.tsx'
import type { Column } from '../../../ui/list/columns.ts'
import { Button } from '../../../ui/parts/Button.tsx'
import { Card } from '../../../ui/parts/Card.tsx'
import { EmptyState } from '../../../ui/parts/Faces.tsx'
import { useCan } from '../../../ui/port/Ports.tsx'
import type { Delay, Ranking } from '../contract.ts'
import { ApplyDialog } from './ApplyDialog.tsx'
import { costWords } from './words.ts'

type Job = Delay['order'][number] & { place: number; ends: number }

const columns: Column<Job>[] = [
  { id: 'place', title: 'Place', value: (one) => one.place, align: 'end', width: 70 },
  { id: 'title', title: 'Item', value: (one) => `W-${one.number} ${one.title}` },
  { id: 'cost', title: 'Cost a day', value: (one) => one.costADay, align: 'end', width: 110 },
  { id: 'days', title: 'Days', value: (one) => one.days, align: 'end', width: 80 },
  { id: 'ends', title: 'Done after', value: (one) => one.ends, align: 'end', width: 100 },
  { id: 'waited', title: 'Waiting costs', value: (one) => one.ends * one.costADay, align: 'end', width: 120 },
  { id: 'board', title: 'Now at', value: (one) => one.boardPlace, align: 'end', width: 80 },
]

function jobsOf(order: Delay['order']): Job[] {
  let ends = 0
  return order.map((one, at) => {
    ends += one.days
    return { ...one, place: at + 1, ends }
  })
}

/** What waiting costs in the order of the board, of the ranking, and in the one that costs least. */
export function DelayTab({ data }: { data: Ranking }) {
  const { delay } = data
  const [isApplying, setApplying] = useState(false)
  const mayWrite = useCan()('work:write')
  if (delay.counted === 0)
    return (
      <EmptyState>
        No item says what a day of waiting costs and how long it takes. Open a score and say “cost of delay”
        and “duration”; the order that costs least then stands here.
      </EmptyState>
    )
  const first = delay.order.map((one) => one.id)
  const rest = data.items.map((one) => one.id).filter((id) => !first.includes(id))
  return (
    <>
      <p className="max-w-180">
        {`In the order of the board, waiting costs ${costWords(delay.board)}; by the ranking ${costWords(delay.ranked)}; at least ${costWords(delay.least)}. `}
        {delay.board > delay.least
          ? `The best order saves ${costWords(delay.board - delay.least)}.`
          : 'The board stands in the best order already.'}
        {delay.missing > 0 &&
          ` ${delay.missing === 1 ? 'One item is' : `${delay.missing} items are`} left out: cost of delay or duration is not known.`}
      </p>
      <Card
        title="The order that costs least"
        hint="One after another, by cost of delay ÷ duration. Each pays for every day until it is done."
        actions={mayWrite && <Button onClick={() => setApplying(true)}>Apply this order</Button>}
      >
        <DataTable
          caption="Items in the order in which waiting costs least"
          columns={columns}
          rows={jobsOf(delay.order)}
          rowId={(one) => one.id}
        />
      </Card>
      {isApplying && (
        <ApplyDialog data={data} by="delay" order={[...first, ...rest]} onClose={() => setApplying(false)} />
      )}
    </>
  )
}
