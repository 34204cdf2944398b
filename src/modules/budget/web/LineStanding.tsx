import { type ReactNode, useState } from 'react'
import { Figure, FigureRow } from '../../../ui/figure/Figure.tsx'
import { Money } from '../../../ui/format/Values.tsx'
import { DataTable } from '../../../ui/kit/DataTable.tsx'
import { locale } from '../../../ui/messages/index.ts'
import { Drawer } from '../../../ui/parts/Drawer.tsx'
import type { Line, Year } from '../contract.ts'
import { AccrualsOfLine } from './AccrualsOfLine.tsx'
import { Behind } from './Behind.tsx'
import { inWhole, monthName, total } from './words.ts'

const figures = ['plan', 'allocation', 'committed', 'actual', 'delivered', 'remaining', 'available'] as const
type FigureName = (typeof figures)[number]

const titles: Record<FigureName, string> = {
  plan: 'Plan',
  allocation: 'Allocation',
  committed: 'Committed',
  actual: 'Actual',
  delivered: 'Actual with accruals',
  remaining: 'Remaining',
  available: 'Available',
}

const words: Record<FigureName, string> = {
  plan: 'The baseline by month, frozen once the plan of the year is approved.',
  allocation: 'The plan with what transfers brought and took; the transfers stand under “Moved” on the page.',
  committed: 'What open orders may still bring: of each, the part that no invoice has used up.',
  actual: 'Invoices that are booked and not void, without tax, each at the rate of its day.',
  delivered:
    'Invoices, and what was delivered and not invoiced. A reversal stands in the month of its invoice, so that nothing counts twice.',
  remaining: 'The allocation less the invoices.',
  available:
    'The allocation less the load: invoices without an order, invoices on closed orders, and of each open order the larger of the order and its invoices. A placeholder has none available: it reserves.',
}

const figuresOf = (line: Line): Record<FigureName, number> => ({
  plan: total(line.plan),
  allocation: line.allocation,
  committed: total(line.committed),
  actual: total(line.actual),
  delivered: total(line.actual) + total(line.accrued),
  remaining: line.remaining,
  available: line.available,
})

/** Where a line stands; each figure opens what it is made of. */
export function LineStanding({ line, year }: { line: Line; year: Year }) {
  const [open, setOpen] = useState<FigureName | null>(null)
  const values = figuresOf(line)
  return (
    <>
      <FigureRow>
        {figures.map((one) => (
          <Figure
            key={one}
            label={titles[one]}
            value={inWhole(values[one], line.currency)}
            unit="money"
            currency={line.currency}
            onExplain={() => setOpen(one)}
          />
        ))}
      </FigureRow>
      {open && (
        <Drawer isOpen isWide onClose={() => setOpen(null)} title={`${titles[open]} of ${line.name}`}>
          <div className="flex flex-col gap-4 p-5">
            <p className="text-ink-2">{words[open]}</p>
            <Made of={open} line={line} year={year} />
          </div>
        </Drawer>
      )}
    </>
  )
}

function Made({ of, line, year }: { of: FigureName; line: Line; year: Year }): ReactNode {
  if (of === 'plan') return <Months line={line} year={year} columns={[['Plan', line.plan]]} />
  if (of === 'committed' || of === 'actual')
    return (
      <>
        <Months line={line} year={year} columns={[[titles[of], line[of] ?? []]]} />
        <Behind of={{ line: line.id }} />
      </>
    )
  if (of === 'delivered')
    return (
      <>
        <Months
          line={line}
          year={year}
          columns={[
            ['Actual', line.actual ?? []],
            ['Accrued', line.accrued ?? []],
          ]}
        />
        <AccrualsOfLine line={line} year={year} />
      </>
    )
  return <Sum of={of} line={line} />
}

type Columns = [title: string, months: number[]][]

function Months({ line, year, columns }: { line: Line; year: Year; columns: Columns }) {
  const rows = year.months.map((month, at) => ({ month, at }))
  return (
    <DataTable<(typeof rows)[number]>
      caption="By month"
      rows={rows}
      rowId={(row) => row.month}
      columns={[
        { id: 'month', title: 'Month', value: (row) => monthName(row.month, locale()) },
        ...columns.map(([title, months]) => ({
          ...{ id: title, title, align: 'end' as const },
          value: (row: (typeof rows)[number]) => months[row.at] ?? 0,
          cell: (row: (typeof rows)[number]) => (
            <Money minor={months[row.at] ?? 0} currency={line.currency} />
          ),
        })),
      ]}
      footer={{
        month: 'Year',
        ...Object.fromEntries(
          columns.map(([title, months]) => [
            title,
            <Money key={title} minor={total(months)} currency={line.currency} />,
          ]),
        ),
      }}
    />
  )
}

const partsOf = (line: Line): Record<'allocation' | 'remaining' | 'available', [string, number][]> => ({
  allocation: [
    ['Plan', total(line.plan)],
    ['Moved in, less moved out', line.moved],
  ],
  remaining: [
    ['Allocation', line.allocation],
    ['Less invoices', -total(line.actual)],
  ],
  available: line.isPlaceholder
    ? [
        ['Allocation', line.allocation],
        ['Less what it reserves', -line.allocation],
      ]
    : [
        ['Allocation', line.allocation],
        ['Less invoices', -total(line.actual)],
        ['Less what open orders may still bring', -total(line.committed)],
      ],
})

function Sum({ of, line }: { of: 'allocation' | 'remaining' | 'available'; line: Line }) {
  const parts = partsOf(line)[of]
  return (
    <>
      <DataTable<[string, number]>
        caption="What it is made of"
        rows={parts}
        rowId={([title]) => title}
        columns={[
          { id: 'part', title: 'Part', value: ([title]) => title },
          {
            ...{ id: 'minor', title: 'Amount', align: 'end' },
            value: ([, minor]) => minor,
            cell: ([, minor]) => <Money minor={minor} currency={line.currency} />,
          },
        ]}
        footer={{ part: titles[of], minor: <Money minor={figuresOf(line)[of]} currency={line.currency} /> }}
      />
      {of !== 'allocation' && <Behind of={{ line: line.id }} />}
    </>
  )
}
