import { Link } from '@tanstack/react-router'
import { Building2 } from 'lucide-react'
import { address } from '../../../kernel/client.ts'
import { Figure, FigureRow } from '../../../ui/figure/Figure.tsx'
import { download } from '../../../ui/format/save.ts'
import { Money } from '../../../ui/format/Values.tsx'
import { DataTable } from '../../../ui/kit/DataTable.tsx'
import { Exports } from '../../../ui/kit/Exports.tsx'
import { Page } from '../../../ui/kit/Page.tsx'
import { Notice } from '../../../ui/parts/Badge.tsx'
import { Card } from '../../../ui/parts/Card.tsx'
import { useQuery } from '../../../ui/query.ts'
import { type Deliverable, type Elsewhere, positions } from '../contract.ts'
import { columns } from './Deliverables.tsx'
import { inFte, StateBadge } from './words.tsx'

/** Positions that marketing pays and another department leads, with what came of them; or the other way round. */
export default function ElsewherePage() {
  const asked = useQuery(positions.elsewhere, {})
  const items = asked.data?.items ?? []
  return (
    <Page
      title="Funded in other departments"
      description="Positions that one department pays and another leads: what is paid for, and what was delivered."
      isLoading={asked.isPending}
      error={asked.error}
      onRetry={asked.refetch}
      actions={
        items.length > 0 && (
          <Exports onSave={(format) => download(address(positions.exportElsewhere, { format }).url)} />
        )
      }
      empty={
        items.length === 0 && {
          icon: <Building2 size={24} />,
          children:
            'No position is funded in another department. Draft one with a department that pays and another that it sits in.',
        }
      }
    >
      {() => (
        <>
          <p className="text-sm text-ink-2">
            {`Paid for are the hours since somebody fills the position, its weekdays by its share of full time. Delivered are the hours that delivered things took. A remark comes after ${asked.data?.quietFor ?? 0} days without anything delivered.`}
          </p>
          {items.map((one) => (
            <One key={one.position.id} one={one} />
          ))}
        </>
      )}
    </Page>
  )
}

function One({ one: { position, deliverables, paid, delivered, rate, remark } }: { one: Elsewhere }) {
  return (
    <Card
      title={
        <Link to={`/positions/${position.id}`} className="hover:underline">
          {position.title}
        </Link>
      }
      hint={`Sits in ${position.department}, reports to ${position.manager.name || 'nobody'}; funded by ${position.fundedBy}.`}
      actions={<StateBadge state={position.state} />}
    >
      <div className="flex flex-col gap-4">
        {remark && <Notice tone="warn">{remark}</Notice>}
        <FigureRow>
          <Figure label="FTE paid for" value={position.ftePercent / 100} unit="number" />
          <Figure label="Hours paid for" value={paid / 60} unit="number" />
          <Figure label="Hours delivered" value={delivered / 60} unit="number" />
          <Figure
            label="Delivered of what is paid for"
            value={rate}
            unit="ratio"
            reason="Nobody fills it yet, so that nothing was paid for."
          />
        </FigureRow>
        <p className="text-ink-2">
          {`${inFte(position.ftePercent)} of full time, filled by ${position.person.name || 'nobody yet'}`}
          {position.cost && (
            <>
              {', '}
              <Money minor={position.cost.yearlyMinor} currency={position.cost.currency} />
              {' a year'}
            </>
          )}
          .
        </p>
        {deliverables.length === 0 ? (
          <p className="text-ink-2">
            Nothing is agreed yet. Agree on what it delivers on the page of the position.
          </p>
        ) : (
          <DataTable<Deliverable>
            caption={`Deliverables of ${position.title}`}
            rows={deliverables}
            rowId={(item) => item.id}
            columns={columns}
          />
        )}
      </div>
    </Card>
  )
}
