import { useNavigate } from '@tanstack/react-router'
import { minorDigits } from '../../../methods/money.ts'
import { Figure, FigureRow } from '../../../ui/figure/Figure.tsx'
import { Money } from '../../../ui/format/Values.tsx'
import { DataTable } from '../../../ui/kit/DataTable.tsx'
import { FaceOf } from '../../../ui/kit/Page.tsx'
import { Badge } from '../../../ui/parts/Badge.tsx'
import { Card } from '../../../ui/parts/Card.tsx'
import { Notes } from '../../../ui/parts/Notes.tsx'
import { useCan } from '../../../ui/port/Ports.tsx'
import { useQuery } from '../../../ui/query.ts'
import { budget, type Part } from '../contract.ts'

const measures = ['plan', 'allocation', 'committed', 'actual'] as const
const titles = { plan: 'Plan', allocation: 'Allocation', committed: 'Committed', actual: 'Actual' }

/** On the page of a campaign: what it gets of which budget lines, beside what its brief plans. */
export default function CampaignBudget({ id }: { id: string }) {
  const mayRead = useCan()('budget:read')
  const asked = useQuery(budget.campaignBudget, { id }, { isOn: mayRead })
  if (!mayRead) return null
  const { data } = asked
  return (
    <Card
      title={data?.year ? `Budget ${data.year.label}` : 'Budget'}
      hint="Its shares of budget lines, and the lines that pay for it alone."
    >
      <FaceOf
        isLoading={asked.isPending}
        error={asked.error}
        onRetry={asked.refetch}
        empty={
          data?.parts.length === 0 && {
            children:
              'No budget line pays for this campaign. Open a line and share it out, or say there what it is for.',
          }
        }
      >
        {() =>
          data && (
            <div className="flex flex-col gap-3">
              <FigureRow>
                {measures.map((one) => (
                  <Figure
                    key={one}
                    label={titles[one]}
                    value={data.total[one] / 10 ** minorDigits(data.total.currency)}
                    unit="money"
                    currency={data.total.currency}
                  />
                ))}
              </FigureRow>
              <Parts parts={data.parts} />
            </div>
          )
        }
      </FaceOf>
      <Notes notes={data?.notes ?? []} />
    </Card>
  )
}

function Parts({ parts }: { parts: Part[] }) {
  const navigate = useNavigate()
  return (
    <DataTable<Part>
      caption="Budget lines of the campaign"
      rows={parts}
      rowId={(one) => one.line.id ?? ''}
      onOpen={(one) => void navigate({ to: `/budget/lines/${one.line.id}` })}
      columns={[
        { id: 'line', title: 'Line', value: (one) => one.line.name },
        {
          id: 'part',
          title: 'Gets',
          value: (one) => (one.isWhole ? 'all' : 'a share'),
          cell: (one) => <Badge>{one.isWhole ? 'all of it' : 'a share'}</Badge>,
        },
        ...measures.map((id) => ({
          ...{ id, title: titles[id], align: 'end' as const },
          value: (one: Part) => one[id],
          cell: (one: Part) => <Money minor={one[id]} currency={one.currency} />,
        })),
      ]}
    />
  )
}
