import { Link } from '@tanstack/react-router'
import { Day } from '../../../ui/format/Values.tsx'
import { DataTable } from '../../../ui/kit/DataTable.tsx'
import { Page } from '../../../ui/kit/Page.tsx'
import type { Column } from '../../../ui/list/columns.ts'
import { Button } from '../../../ui/parts/Button.tsx'
import { Card } from '../../../ui/parts/Card.tsx'
import { toast } from '../../../ui/parts/Toast.tsx'
import { useCommand, useQuery } from '../../../ui/query.ts'
import { type BackUp, contingencies } from '../contract.ts'
import { flagTitles } from '../rules.ts'
import { Flags } from './BackUpCard.tsx'

const columns: Column<BackUp>[] = [
  {
    id: 'campaign',
    title: 'Campaign',
    value: (one) => one.campaign.name,
    cell: (one) => (
      <Link
        className="font-medium hover:underline"
        to={`/campaigns/${one.campaign.id}`}
        search={{ tab: 'back-up' } as never}
      >
        {one.campaign.name}
      </Link>
    ),
  },
  { id: 'name', title: 'Back-up of', value: (one) => one.name },
  { id: 'trigger', title: 'Trigger', value: (one) => one.trigger },
  { id: 'owner', title: 'Owner', value: (one) => one.owner?.name ?? '' },
  {
    id: 'rehearsed',
    title: 'Last rehearsed',
    value: (one) => one.rehearsedOn,
    cell: (one) => (one.rehearsedOn ? <Day date={one.rehearsedOn} /> : 'Never'),
  },
  {
    id: 'flags',
    title: 'What is open',
    value: (one) => one.flags.map((flag) => flagTitles[flag]).join(', '),
    cell: (one) => <Flags flags={one.flags} />,
  },
]

/** What is not covered, and which back-up plans would not hold. */
export default function BackUpsPage() {
  const asked = useQuery(contingencies.list, {})
  const check = useCommand(contingencies.check)
  const list = asked.data
  const now = async () => {
    const done = await check.run({})
    if (done)
      toast(`${done.checked} triggers checked`, {
        detail: done.met > 0 ? `${done.met} met.` : 'None is met.',
      })
  }
  return (
    <Page
      title="Back-up plans"
      description="What is done when a campaign does not go as planned, and where nobody has thought of it."
      actions={
        list?.can.change && (
          <Button isBusy={check.isRunning} onClick={() => void now()}>
            Check the triggers
          </Button>
        )
      }
      isLoading={asked.isPending}
      error={asked.error}
      onRetry={() => void asked.refetch()}
      empty={
        list?.items.length === 0 &&
        list.uncovered.length === 0 && {
          children: 'No campaign is ahead or under way, so nothing has to be covered.',
        }
      }
    >
      {() =>
        list && (
          <>
            <Card title="Without a back-up plan">
              {list.uncovered.length === 0 ? (
                <p className="text-ink-3">Every campaign ahead or under way has one.</p>
              ) : (
                <ul className="flex flex-col gap-1">
                  {list.uncovered.map((one) => (
                    <li key={one.id} className="flex flex-wrap gap-x-3">
                      <Link
                        className="font-medium hover:underline"
                        to={`/campaigns/${one.id}`}
                        search={{ tab: 'back-up' } as never}
                      >
                        {one.name}
                      </Link>
                      <span className="text-ink-3">
                        {`${one.standing}, first day `}
                        <Day date={one.startsOn} />
                      </span>
                    </li>
                  ))}
                </ul>
              )}
            </Card>
            {list.items.length > 0 && (
              <Card title="Back-up plans">
                <DataTable
                  caption="Back-up plans"
                  columns={columns}
                  rows={list.items}
                  rowId={(one) => one.id}
                />
              </Card>
            )}
          </>
        )
      }
    </Page>
  )
}
