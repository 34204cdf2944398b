import { Link } from '@tanstack/react-router'
import type { Out } from '../../../kernel/contract.ts'
import { Money } from '../../../ui/format/Values.tsx'
import { DataTable } from '../../../ui/kit/DataTable.tsx'
import { FaceOf } from '../../../ui/kit/Page.tsx'
import { Button } from '../../../ui/parts/Button.tsx'
import { Card } from '../../../ui/parts/Card.tsx'
import { useCan } from '../../../ui/port/Ports.tsx'
import { useQuery } from '../../../ui/query.ts'
import { positions, type Target } from '../contract.ts'
import { inHours } from './words.tsx'

type Shown = Out<typeof positions.hoursOf>

/** The hours that go to a goal, a campaign or a budget line, beside the money. */
export default function HoursHere({ kind, id }: { kind: Target['kind']; id: string }) {
  const can = useCan()
  return can('positions:read') ? <Known kind={kind} id={id} /> : null
}

function Known({ kind, id }: { kind: Target['kind']; id: string }) {
  const asked = useQuery(positions.hoursOf, { kind, targetId: id })
  const { data } = asked
  return (
    <Card
      title="Hours beside money"
      actions={
        <Button small look="quiet" to="/positions/hours">
          Give hours
        </Button>
      }
    >
      <FaceOf
        isLoading={asked.isPending}
        error={asked.error}
        onRetry={asked.refetch}
        empty={data?.total === 0 && { children: `Nobody gives hours to it in ${data.label}.` }}
      >
        {() => data && <Full data={data} />}
      </FaceOf>
    </Card>
  )
}

const Full = ({ data }: { data: Shown }) => (
  <div className="flex flex-col gap-3">
    <p>
      <strong className="font-semibold">{`${inHours(data.total)} h`}</strong>
      {` in ${data.label}`}
      {data.worth?.map(({ minor, currency }) => (
        <span key={currency}>
          {', worth '}
          <Money minor={minor} currency={currency} />
        </span>
      ))}
      .
    </p>
    <DataTable<Shown['rows'][number]>
      caption="Hours by position"
      rows={data.rows}
      rowId={(one) => one.positionId}
      columns={[
        {
          ...{ id: 'title', title: 'Position', value: (one) => one.title },
          cell: (one) => (
            <Link to={`/positions/${one.positionId}`} className="text-accent-ink hover:underline">
              {one.title}
            </Link>
          ),
        },
        { id: 'person', title: 'Filled by', value: (one) => one.person },
        {
          id: 'total',
          title: 'Hours',
          align: 'end',
          value: (one) => one.total / 60,
          cell: (one) => inHours(one.total),
        },
      ]}
    />
  </div>
)
