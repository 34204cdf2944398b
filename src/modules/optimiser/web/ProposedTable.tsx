import { InlineFigure } from '../../../ui/figure/Figure.tsx'
import { money, percent } from '../../../ui/format/number.ts'
import { DataTable } from '../../../ui/kit/DataTable.tsx'
import type { Column } from '../../../ui/list/columns.ts'
import { Badge } from '../../../ui/parts/Badge.tsx'
import { Tooltip } from '../../../ui/parts/Tooltip.tsx'
import type { Fitted, Limit, Proposal, ProposedRow } from '../contract.ts'
import { flagWords, limitOf } from '../rules.ts'
import { NumberField } from './Aims.tsx'
import { outcomePrinter, perUnit, proposedRequest, spendRequest } from './derived.ts'
import type { Asking } from './useAsking.ts'

type TableProps = { data: Fitted; proposal: Proposal; asking: Asking }
type Row = Partial<ProposedRow> & Pick<ProposedRow, 'channel' | 'today' | 'proposed'> & { left?: string }

/** Today, proposed, change and marginal return of every channel, with its limits to be moved. */
export function ProposedTable({ data, proposal, asking }: TableProps) {
  const left = proposal.leftAlone.map(({ name, today, reason }) => ({
    channel: name,
    today,
    proposed: today,
    left: reason,
  }))
  const rows: Row[] = [...proposal.rows, ...left]
  const print = outcomePrinter(data.metric)
  const { today, proposed } = proposal.budget
  return (
    <DataTable<Row>
      caption="Proposed spend by channel"
      rows={rows}
      rowId={(row) => row.channel}
      columns={columnsOf(data, asking)}
      footer={{
        channel: left.length > 0 ? 'Fitted channels' : 'Total',
        today: money(today.amount, today.currency),
        proposed: money(proposed.amount, proposed.currency),
        change: today.amount > 0 ? signed(proposed.amount / today.amount - 1) : null,
        outcome: print(proposal.outcome.proposed),
        marginal: proposal.marginal === null ? null : perUnit(proposal.marginal),
      }}
    />
  )
}

function columnsOf(data: Fitted, asking: Asking): Column<Row>[] {
  const print = outcomePrinter(data.metric)
  return [
    { id: 'channel', title: 'Channel', value: (row) => row.channel, cell: (row) => <Named row={row} /> },
    amount(
      'today',
      'Today',
      (row) => row.today.amount,
      (row) => (
        <InlineFigure
          label={`Spend of ${row.channel}`}
          value={row.today.amount}
          unit="money"
          currency={row.today.currency}
          explain={spendRequest(data, { name: row.channel })}
        />
      ),
    ),
    amount(
      'proposed',
      'Proposed',
      (row) => row.proposed.amount,
      (row) => <ProposedCell data={data} row={row} />,
    ),
    amount(
      'change',
      'Change',
      (row) => row.change ?? null,
      (row) => signed(row.left ? 0 : (row.change ?? null)),
    ),
    amount(
      'outcome',
      'Brings a week',
      (row) => row.outcomeProposed ?? null,
      (row) => (row.outcomeProposed === undefined ? null : print(row.outcomeProposed)),
    ),
    amount(
      'marginal',
      `One ${data.currency} more brings`,
      (row) => row.marginalProposed ?? null,
      (row) =>
        row.marginalProposed === undefined
          ? null
          : `${perUnit(row.marginalToday ?? null)} → ${perUnit(row.marginalProposed)}`,
    ),
    {
      id: 'limits',
      title: 'Limits, % of today',
      value: () => null,
      cell: (row) => !row.left && <Limits row={row} asking={asking} />,
    },
  ]
}

const amount = (
  id: string,
  title: string,
  value: (row: Row) => number | null,
  cell: NonNullable<Column<Row>['cell']>,
): Column<Row> => ({
  id,
  title,
  align: 'end',
  value,
  cell: (row) => <span className="tabular whitespace-nowrap">{cell(row)}</span>,
})

function signed(change: number | null): string {
  if (change === null) return 'n/a'
  const printed = percent(Math.abs(change), 1)
  return Math.abs(change) < 0.0005 ? '±0 %' : `${change > 0 ? '+' : '−'}${printed}`
}

function Named({ row }: { row: Row }) {
  const warnings = row.flags ?? []
  return (
    <span className="flex flex-wrap items-center gap-1.5">
      {row.channel}
      {row.left && (
        <Tooltip text={`${row.left}.`}>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the reason must be reachable with the keyboard */}
          <span tabIndex={0}>
            <Badge>Left as it is</Badge>
          </span>
        </Tooltip>
      )}
      {warnings.map((flag) => (
        <Tooltip key={flag} text={flag}>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the warning must be reachable with the keyboard */}
          <span tabIndex={0}>
            <Badge tone="warn">{flag === flagWords.untold ? 'Not told' : 'Not seen'}</Badge>
          </span>
        </Tooltip>
      ))}
    </span>
  )
}

function ProposedCell({ data, row }: { data: Fitted; row: Row }) {
  if (row.left) return money(row.proposed.amount, row.proposed.currency)
  return (
    <InlineFigure
      label={`Proposed spend of ${row.channel}`}
      value={row.proposed.amount}
      unit="money"
      currency={row.proposed.currency}
      explain={proposedRequest(data, row as ProposedRow, 'Proposed spend', row.proposed.amount, 'money')}
    />
  )
}

/** The least and the most of a channel, in per cent of today. */
function Limits({ row: { channel }, asking }: { row: Row; asking: Asking }) {
  const { limits, change } = asking.asking
  const now = limitOf(channel, limits, change)
  const set = (patch: Partial<Limit>) => {
    const next = { channel, ...now, ...patch }
    asking.setLimits([...limits.filter((one) => one.channel !== channel), next])
  }
  const field = (name: 'lo' | 'hi', label: string) => (
    <NumberField
      isLabelHidden
      className="w-16"
      label={`${label} of ${channel}, % of today`}
      value={String(Math.round(now[name] * 1000) / 10)}
      onChange={(text) => text !== '' && set({ [name]: Number(text) / 100 })}
    />
  )
  return (
    <span className="flex items-center gap-1">
      {field('lo', 'Least')}
      <span aria-hidden="true">–</span>
      {field('hi', 'Most')}
    </span>
  )
}
