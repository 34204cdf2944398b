import { ArrowRight } from 'lucide-react'
import { Fragment, useState } from 'react'
import type { Out } from '../../../kernel/contract.ts'
import { count, percent } from '../../../ui/format/number.ts'
import { Money, NotKnown } from '../../../ui/format/Values.tsx'
import { DataTable } from '../../../ui/kit/DataTable.tsx'
import type { Column } from '../../../ui/list/columns.ts'
import { Badge } from '../../../ui/parts/Badge.tsx'
import { Button } from '../../../ui/parts/Button.tsx'
import { Card } from '../../../ui/parts/Card.tsx'
import type { attribution } from '../contract.ts'
import { shortened } from './steps.ts'

type Found = Out<typeof attribution.journeys>
type Path = Found['paths'][number]

/** The ways most sales took, with those that took the same way and were lost. */
export function Paths({ found, hint, onMore }: { found: Found; hint: string; onMore?: () => void }) {
  const [first] = found.paths
  return (
    <Card
      title={first && first.won > 1 ? `${count(first.won)} sales took the same path` : 'Paths to a sale'}
      hint={`${hint} · what follows itself is said once`}
    >
      {found.paths.length === 0 ? (
        <p className="text-ink-3">No sale in this period has a touch before it.</p>
      ) : (
        <DataTable<Path>
          caption="Paths to a sale"
          columns={columnsIn(found.currency)}
          rows={found.paths}
          rowId={(one) => JSON.stringify(one.channels)}
        />
      )}
      {onMore && (
        <Button small className="mt-3" onClick={onMore}>
          Show more paths
        </Button>
      )}
    </Card>
  )
}

const columnsIn = (currency: string): Column<Path>[] => [
  {
    id: 'path',
    title: 'Path',
    value: (one) => one.channels.map((channel) => channel ?? 'No channel').join(' → '),
    cell: (one) => <Way channels={one.channels} />,
  },
  { id: 'won', title: 'Won', align: 'end', value: (one) => one.won, cell: (one) => count(one.won) },
  { id: 'lost', title: 'Lost', align: 'end', value: (one) => one.lost, cell: (one) => count(one.lost) },
  {
    id: 'rate',
    title: 'Win rate',
    align: 'end',
    value: (one) => one.rate,
    cell: (one) =>
      one.rate === null ? (
        <NotKnown reason="Nothing was decided." />
      ) : (
        <span className="whitespace-nowrap">{percent(one.rate)}</span>
      ),
  },
  {
    id: 'value',
    title: 'Value',
    align: 'end',
    value: (one) => one.value,
    cell: (one) => <Money amount={one.value} currency={currency} />,
  },
]

/** Channels as chips; the middle of a long path opens on demand. */
function Way({ channels }: Pick<Path, 'channels'>) {
  const [isOpen, setOpen] = useState(false)
  const pieces = shortened(channels, isOpen ? channels.length : undefined)
  return (
    <span className="flex min-w-60 flex-wrap items-center gap-1 py-1.5">
      {pieces.map((piece, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a channel occurs more than once in a path
        <Fragment key={at}>
          {at > 0 && <ArrowRight size={12} className="shrink-0 text-ink-3" aria-label="then" />}
          {piece !== null && typeof piece === 'object' ? (
            <Button small look="quiet" onClick={() => setOpen(true)}>{`${piece.more} more`}</Button>
          ) : (
            <Badge>{piece ?? 'No channel'}</Badge>
          )}
        </Fragment>
      ))}
    </span>
  )
}
