import { useState } from 'react'
import { address } from '../../../kernel/client.ts'
import { download } from '../../../ui/format/save.ts'
import { Money, When } from '../../../ui/format/Values.tsx'
import { DataTable } from '../../../ui/kit/DataTable.tsx'
import { Exports } from '../../../ui/kit/Exports.tsx'
import { FaceOf } from '../../../ui/kit/Page.tsx'
import { Pager } from '../../../ui/list/Pager.tsx'
import { Badge, type Tone } from '../../../ui/parts/Badge.tsx'
import { Card } from '../../../ui/parts/Card.tsx'
import { Dialog } from '../../../ui/parts/Dialog.tsx'
import { useQuery } from '../../../ui/query.ts'
import { budget, type Decision } from '../contract.ts'
import { inWords } from '../rules.ts'

const tones: Record<Decision['verdict'], Tone> = {
  approved: 'good',
  refused: 'bad',
  escalated: 'warn',
  withdrawn: 'neutral',
  moved: 'info',
  adopted: 'good',
  'taken back': 'neutral',
}
const size = 50

/** Every decision with what it rested on; nobody changes it afterwards. */
export function DecisionLog() {
  const [offset, setOffset] = useState(0)
  const asked = useQuery(budget.decisions, { limit: size, offset })
  const [shown, show] = useState<Decision | null>(null)
  return (
    <Card
      title="Decisions"
      hint="Each with the evidence it used. The log takes no change."
      actions={<Exports onSave={(format) => download(address(budget.exportDecisions, { format }).url)} />}
    >
      <FaceOf
        isLoading={asked.isPending}
        error={asked.error}
        onRetry={asked.refetch}
        empty={asked.data?.total === 0 && { children: 'Nothing was decided yet.' }}
      >
        {() => (
          <>
            <Table items={asked.data?.items ?? []} onOpen={show} />
            <Pager offset={offset} size={size} total={asked.data?.total ?? 0} onPage={setOffset} />
          </>
        )}
      </FaceOf>
      {shown && <Evidence decision={shown} onClose={() => show(null)} />}
    </Card>
  )
}

const Table = ({ items, onOpen }: { items: Decision[]; onOpen: (one: Decision) => void }) => (
  <DataTable<Decision>
    caption="Decision log"
    rows={items}
    rowId={(one) => one.id}
    onOpen={onOpen}
    columns={[
      { id: 'at', title: 'When', value: (one) => one.at, cell: (one) => <When at={one.at} /> },
      {
        id: 'verdict',
        title: 'Verdict',
        value: (one) => one.verdict,
        cell: (one) => <Badge tone={tones[one.verdict]}>{one.verdict}</Badge>,
      },
      { id: 'what', title: 'What', value: (one) => one.what },
      {
        id: 'minor',
        title: 'Amount',
        align: 'end',
        value: (one) => one.minor,
        cell: (one) => <Money minor={one.minor} currency={one.currency} />,
      },
      { id: 'by', title: 'By', value: (one) => one.by.name },
      { id: 'authority', title: 'Authority', value: (one) => one.authority },
      { id: 'reason', title: 'Reason', value: (one) => one.reason },
    ]}
  />
)

function Evidence({ decision, onClose }: { decision: Decision; onClose: () => void }) {
  const currency = decision.ownCurrency
  const { line, limit, rate } = decision.evidence
  const said: [string, string][] = [
    ['Line', decision.line.name],
    ['Allocation then', inWords(line.allocation, line.currency)],
    ['Load then', inWords(line.load, line.currency)],
    ['Available then', inWords(line.available, line.currency)],
    ['It takes', inWords(line.takes, line.currency)],
    ['Counted on the limit', inWords(decision.ownMinor, currency)],
    ['Rate', rate],
    ...(limit
      ? ([
          ['Limit of a decision', inWords(limit.perDecision, currency)],
          ['Limit of a month', inWords(limit.perMonth, currency)],
          ['Decided before in the month', inWords(limit.used, currency)],
          ['Limit holds until', limit.until],
        ] as [string, string][])
      : []),
  ]
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title="What it rested on"
      description={`${decision.what}: ${decision.verdict} by ${decision.by.name}.`}
    >
      <dl className="grid grid-cols-[auto_1fr] gap-x-6 gap-y-1.5">
        {said.map(([name, value]) => (
          <div key={name} className="contents">
            <dt className="text-ink-3">{name}</dt>
            <dd className="tabular text-right">{value}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  )
}
