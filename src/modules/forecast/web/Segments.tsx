import { Download } from 'lucide-react'
import { csv } from '../../../engine/csv.ts'
import { InlineFigure } from '../../../ui/figure/Figure.tsx'
import { saveFile } from '../../../ui/format/save.ts'
import { DataTable } from '../../../ui/kit/DataTable.tsx'
import type { Column } from '../../../ui/list/columns.ts'
import { Button } from '../../../ui/parts/Button.tsx'
import { Card } from '../../../ui/parts/Card.tsx'
import { useCan } from '../../../ui/port/Ports.tsx'
import { useWhere } from '../../../ui/where/useWhere.ts'
import type { Change, SegmentChange } from '../contract.ts'
import { printedChange } from '../rules.ts'

export const segmentName = ({ segment, segments }: SegmentChange): string =>
  segments > 1 ? `${segments} smaller ones` : (segment ?? 'blank')

type SegmentsProps = { data: Change; onAct: (line: SegmentChange) => void }

/** Every segment with its effects; before and after explain themselves. */
export function Segments({ data, onAct }: SegmentsProps) {
  const canAct = useCan()('forecast:act')
  const columns = useColumns(data)
  const signed = (value: number) => printedChange(value, data.unit, data.currency)
  const acting: Column<SegmentChange>[] = canAct
    ? [
        {
          id: 'act',
          title: '',
          value: () => '',
          cell: (one) => (
            <Button small look="quiet" aria-label={`Act on ${segmentName(one)}`} onClick={() => onAct(one)}>
              Act on it
            </Button>
          ),
        },
      ]
    : []
  const footer = data.all
    ? { segment: 'All', change: signed(data.all.change), ...footerOf(data, signed) }
    : undefined
  const save = () =>
    saveFile(
      `changes-${data.metric}.csv`,
      csv(
        columns.map((column) => column.title),
        data.segments.map((row) => columns.map((column) => column.value(row))),
      ),
    )
  return (
    <Card
      title={`By ${data.by.replaceAll('_', ' ')}`}
      hint="The largest change first; every line adds up across, and all lines add up to the whole."
      actions={
        <Button small look="quiet" icon={<Download size={14} />} onClick={save}>
          CSV
        </Button>
      }
    >
      <DataTable<SegmentChange>
        caption={`What changed by ${data.by}`}
        columns={[...columns, ...acting]}
        rows={data.segments}
        rowId={(one) => `${one.segments} ${one.segment === null ? ' blank' : one.segment}`}
        footer={footer}
      />
    </Card>
  )
}

const footerOf = ({ all, effects }: Change, signed: (value: number) => string) =>
  Object.fromEntries(effects.map(({ name }) => [name, signed(all?.[name] ?? 0)]))

function useColumns(data: Change): Column<SegmentChange>[] {
  const { where } = useWhere()
  const { metric, by, unit, currency } = data
  const figure = (id: 'before' | 'after', days: Change['period']): Column<SegmentChange> => ({
    id,
    title: id === 'before' ? 'Before' : 'After',
    align: 'end',
    value: (one) => one[id],
    cell: (one) => (
      <span className="whitespace-nowrap">
        <InlineFigure
          label={`${segmentName(one)}, ${id}`}
          value={one[id]}
          unit={unit}
          currency={currency ?? undefined}
          reason={one.segments > 1 ? 'Shares of several segments are not added up.' : 'Nothing to divide by.'}
          explain={
            one.segments > 1
              ? undefined
              : { metric, ...days, where: [...where, { dimension: by, is: 'exactly', values: [one.segment] }] }
          }
        />
      </span>
    ),
  })
  const effect = (id: 'volume' | 'mix' | 'rate' | 'change', title: string): Column<SegmentChange> => ({
    id,
    title,
    align: 'end',
    value: (one) => one[id],
    cell: (one) => (
      <span className={id === 'change' ? 'whitespace-nowrap font-medium text-ink' : 'whitespace-nowrap'}>
        {printedChange(one[id], unit, currency)}
      </span>
    ),
  })
  const titles = { volume: 'Volume', mix: 'Mix', rate: 'Rate' }
  return [
    { id: 'segment', title: by.replaceAll('_', ' '), value: segmentName },
    figure('before', data.compared),
    figure('after', data.period),
    ...data.effects.map(({ name }) => effect(name, titles[name])),
    effect('change', 'Change'),
  ]
}
