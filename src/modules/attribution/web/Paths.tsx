import { ArrowRight } from 'lucide-react'
import { Fragment, useState } from 'react'
import type { Out } from '../../../kernel/contract.ts'
import { InlineFigure } from '../../../ui/figure/Figure.tsx'
import type { Unit } from '../../../ui/format/figure.ts'
import { count } from '../../../ui/format/number.ts'
import { DataTable } from '../../../ui/kit/DataTable.tsx'
import type { Column } from '../../../ui/list/columns.ts'
import { Badge } from '../../../ui/parts/Badge.tsx'
import { Button } from '../../../ui/parts/Button.tsx'
import { Card } from '../../../ui/parts/Card.tsx'
import type { attribution } from '../contract.ts'
import type { Figure } from './ExplainJourneys.tsx'
import { shortened } from './steps.ts'

type Found = Out<typeof attribution.journeys>
type Path = Found['paths'][number]
type What = Extract<Figure, { of: 'path' }>['what']
type ExplainWhat = (what: What, channels: Path['channels']) => void
type PathsProps = { found: Found; hint: string; onMore?: () => void; explainWhat: ExplainWhat }

/** The ways most sales took, with those that took the same way and were lost. */
export function Paths({ found, hint, onMore, explainWhat }: PathsProps) {
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
          columns={columnsIn(found.currency, explainWhat)}
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

const columnsIn = (currency: string, explainWhat: ExplainWhat): Column<Path>[] => {
  const figure = (
    what: What,
    title: string,
    unit: Unit,
    value: (one: Path) => number | null,
  ): Column<Path> => ({
    id: what,
    title,
    align: 'end',
    value,
    cell: (one) => (
      <InlineFigure
        label={`${title} by this path`}
        value={value(one)}
        unit={unit}
        currency={currency}
        reason="Nothing was decided."
        onExplain={() => explainWhat(what, one.channels)}
      />
    ),
  })
  return [
    {
      id: 'path',
      title: 'Path',
      value: (one) => one.channels.map((channel) => channel ?? 'No channel').join(' → '),
      cell: (one) => <Way channels={one.channels} />,
    },
    figure('won', 'Won', 'count', (one) => one.won),
    figure('lost', 'Lost', 'count', (one) => one.lost),
    figure('rate', 'Win rate', 'ratio', (one) => one.rate),
    figure('value', 'Value', 'money', (one) => one.value),
  ]
}

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
