import { useState } from 'react'
import { minorDigits } from '../../../methods/money.ts'
import { Day, Money } from '../../../ui/format/Values.tsx'
import { DataTable } from '../../../ui/kit/DataTable.tsx'
import { FaceOf } from '../../../ui/kit/Page.tsx'
import { Button } from '../../../ui/parts/Button.tsx'
import { Card } from '../../../ui/parts/Card.tsx'
import { toast } from '../../../ui/parts/Toast.tsx'
import { useCan } from '../../../ui/port/Ports.tsx'
import { useCommand, useQuery } from '../../../ui/query.ts'
import { kindTitles } from '../../costs/rules.ts'
import { budget, type Delegation, type Limit } from '../contract.ts'
import { Delegate, SetLimit } from './AuthorityForms.tsx'

/** Who may decide how much, and who stands in for whom. */
export function Authority() {
  const asked = useQuery(budget.limits, {})
  const [open, setOpen] = useState<'delegate' | 'new' | Limit | null>(null)
  const can = useCan()
  const people = asked.data?.people ?? []
  const onClose = () => setOpen(null)
  return (
    <FaceOf isLoading={asked.isPending} error={asked.error} onRetry={asked.refetch}>
      {() => (
        <>
          <Card
            title="Limits"
            hint="Whoever controls the budget decides without a limit. Everybody else decides within theirs, and passes up what is above."
            actions={can('budget:control') && <Button onClick={() => setOpen('new')}>Set a limit</Button>}
          >
            <FaceOf
              empty={
                asked.data?.limits.length === 0 && { children: 'Nobody has a limit: every request goes up.' }
              }
            >
              {() => (
                <Limits
                  limits={asked.data?.limits ?? []}
                  onOpen={can('budget:control') ? setOpen : undefined}
                />
              )}
            </FaceOf>
          </Card>
          <Card
            title="Standing in"
            hint="During leave somebody else decides, within the authority of whoever is away."
            actions={
              can('budget:decide') && (
                <Button onClick={() => setOpen('delegate')}>Let somebody stand in</Button>
              )
            }
          >
            <FaceOf
              empty={asked.data?.delegations.length === 0 && { children: 'Nobody stands in for anybody.' }}
            >
              {() => <Delegations delegations={asked.data?.delegations ?? []} />}
            </FaceOf>
          </Card>
          {open === 'delegate' && <Delegate people={people} onClose={onClose} />}
          {open && open !== 'delegate' && (
            <SetLimit limit={open === 'new' ? null : open} people={people} onClose={onClose} />
          )}
        </>
      )}
    </FaceOf>
  )
}

const Limits = ({ limits, onOpen }: { limits: Limit[]; onOpen: ((limit: Limit) => void) | undefined }) => (
  <DataTable<Limit>
    caption="Limits"
    rows={limits}
    rowId={(one) => one.id}
    {...(onOpen ? { onOpen } : {})}
    columns={[
      { id: 'person', title: 'Who', value: (one) => one.person.name },
      {
        id: 'perDecision',
        title: 'A decision',
        align: 'end',
        value: (one) => one.perDecision,
        cell: (one) => <Money minor={one.perDecision} currency={one.currency} />,
      },
      {
        id: 'perMonth',
        title: 'A month',
        align: 'end',
        value: (one) => one.perMonth,
        cell: (one) => <Money minor={one.perMonth} currency={one.currency} />,
      },
      {
        id: 'used',
        title: 'Used this month',
        align: 'end',
        value: (one) => one.usedThisMonth,
        cell: (one) => <Used limit={one} />,
      },
      {
        id: 'kinds',
        title: 'For',
        value: (one) => one.kinds.map((kind) => kindTitles[kind]).join(', ') || 'every kind',
      },
      { id: 'campaigns', title: 'Campaigns', value: (one) => one.campaigns.join(', ') || 'all' },
      { id: 'until', title: 'Until', value: (one) => one.until, cell: (one) => <Day date={one.until} /> },
      { id: 'setBy', title: 'Set by', value: (one) => one.setBy },
    ]}
  />
)

function Used({ limit }: { limit: Limit }) {
  if (limit.usedThisMonth === null)
    return <span className="text-warn">{`Unknown: a rate for ${limit.currency} is missing on Costs.`}</span>
  const share = limit.usedThisMonth / limit.perMonth
  const unit = 10 ** minorDigits(limit.currency)
  return (
    <span className={share > 0.8 ? 'text-warn' : ''}>
      <Money amount={limit.usedThisMonth / unit} currency={limit.currency} />
      {` (${Math.round(share * 100)} %)`}
    </span>
  )
}

function Delegations({ delegations }: { delegations: Delegation[] }) {
  const end = useCommand(budget.endDelegation)
  const stop = async (id: string) => {
    if (await end.run({ id })) toast('Ended')
  }
  return (
    <DataTable<Delegation>
      caption="Delegations"
      rows={delegations}
      rowId={(one) => one.id}
      columns={[
        { id: 'to', title: 'Who', value: (one) => one.to.name },
        { id: 'from', title: 'In place of', value: (one) => one.from.name },
        { id: 'fromOn', title: 'From', value: (one) => one.fromOn, cell: (one) => <Day date={one.fromOn} /> },
        { id: 'toOn', title: 'To', value: (one) => one.toOn, cell: (one) => <Day date={one.toOn} /> },
        { id: 'reason', title: 'Reason', value: (one) => one.reason },
        {
          id: 'end',
          title: '',
          align: 'end',
          value: () => null,
          cell: (one) =>
            one.can.end && (
              <Button small look="quiet" onClick={() => void stop(one.id)}>
                End
              </Button>
            ),
        },
      ]}
    />
  )
}
