import { address } from '../../../kernel/client.ts'
import { Figure, FigureRow } from '../../../ui/figure/Figure.tsx'
import type { Unit } from '../../../ui/format/figure.ts'
import { percent } from '../../../ui/format/number.ts'
import { download } from '../../../ui/format/save.ts'
import { Exports } from '../../../ui/kit/Exports.tsx'
import { FaceOf } from '../../../ui/kit/Page.tsx'
import { Card } from '../../../ui/parts/Card.tsx'
import { Notes } from '../../../ui/parts/Notes.tsx'
import { useQuery } from '../../../ui/query.ts'
import { type Fitted, optimiser, type Proposal } from '../contract.ts'
import { Aims } from './Aims.tsx'
import { gainRequest, outcomePrinter } from './derived.ts'
import { ProposedTable } from './ProposedTable.tsx'
import { type Asking, useAsking } from './useAsking.ts'

/** The spend that brings most, within limits that are moved here. */
export function Proposed({ data }: { data: Fitted }) {
  const asking = useAsking(data.currency)
  const asked = useQuery(optimiser.propose, { id: data.run.id, ...asking.asking })
  return (
    <>
      <Aims data={data} asking={asking} proposal={asked.data ?? null} />
      <FaceOf isLoading={asked.isPending} error={asked.error} onRetry={asked.refetch}>
        {() => asked.data && <Full data={data} proposal={asked.data} asking={asking} />}
      </FaceOf>
    </>
  )
}

type FullProps = { data: Fitted; proposal: Proposal; asking: Asking }

function Full({ data, proposal, asking }: FullProps) {
  const save = (format: 'csv' | 'xlsx') =>
    void download(address(optimiser.exportProposal, { id: data.run.id, ...asking.asking, format }).url)
  return (
    <>
      <Gains data={data} proposal={proposal} />
      <Card
        title={finding(data, proposal)}
        hint="An average week. Limits are parts of today’s spend; a changed limit counts at once."
        actions={<Exports onSave={save} />}
      >
        <ProposedTable data={data} proposal={proposal} asking={asking} />
      </Card>
      <Notes notes={[...proposal.says, ...data.notices]} />
    </>
  )
}

/** What moves most, in a sentence. */
function finding({ metric }: Fitted, { rows, gain }: Proposal): string {
  const moved = [...rows].sort(
    (a, b) => b.proposed.amount - b.today.amount - (a.proposed.amount - a.today.amount),
  )
  const [up, down] = [moved[0], moved.at(-1)]
  if (!up || !down || up.proposed.amount - up.today.amount < 0.01 || up === down)
    return 'Today’s spend is about the best within these limits'
  const more = percent(
    gain.point /
      Math.max(
        1e-9,
        rows.reduce((sum, row) => sum + row.outcomeToday, 0),
      ),
    1,
  )
  const from = down.proposed.amount < down.today.amount ? ` from ${down.channel}` : ''
  return `More for ${up.channel}${from}: ${more} more ${metric.title.toLowerCase()} from these channels`
}

function Gains({ data, proposal }: Omit<FullProps, 'asking'>) {
  const { gain, budget } = proposal
  const print = outcomePrinter(data.metric)
  const shared = {
    unit: data.metric.unit as Unit,
    ...(data.metric.currency ? { currency: data.metric.currency } : {}),
    period: 'a week',
  }
  const explain = (label: string, value: number) => ({
    label,
    value,
    explain: gainRequest(data, proposal, label, value),
  })
  return (
    <FigureRow>
      <Figure
        label="Spend proposed"
        value={budget.proposed.amount}
        unit="money"
        currency={data.currency}
        period="a week"
        reference={{ value: budget.today.amount, label: 'today' }}
      />
      <Figure {...shared} {...explain('Expected gain', gain.expected)} better="up">
        <p className="text-sm text-ink-2">{`${print(gain.expected * 52)} a year`}</p>
      </Figure>
      <Figure {...shared} {...explain('Downside', gain.downside)}>
        <p className="text-sm text-ink-2">One redraw in ten is worse</p>
      </Figure>
      <Figure {...shared} {...explain('Upside', gain.upside)}>
        <p className="text-sm text-ink-2">One redraw in ten is better</p>
      </Figure>
    </FigureRow>
  )
}
