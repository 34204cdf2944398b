import type { Format } from '../../../engine/format.ts'
import { InlineFigure } from '../../../ui/figure/Figure.tsx'
import { saveTable } from '../../../ui/format/save.ts'
import { DataTable } from '../../../ui/kit/DataTable.tsx'
import { Exports } from '../../../ui/kit/Exports.tsx'
import { type Column, tableOf } from '../../../ui/list/columns.ts'
import { Button } from '../../../ui/parts/Button.tsx'
import { Card } from '../../../ui/parts/Card.tsx'
import { useCan } from '../../../ui/port/Ports.tsx'
import { useWhere } from '../../../ui/where/useWhere.ts'
import { being, type Condition } from '../../../ui/where/where.ts'
import type { Change, SegmentChange } from '../contract.ts'
import { printedChange } from '../rules.ts'
import { changeRequest, type EffectName, wholeOf } from './change-parts.ts'

export const segmentName = ({ segment, segments }: SegmentChange): string =>
  segments > 1 ? `${segments} smaller ones` : (segment ?? 'blank')

/** The conditions of one segment; the smaller ones that stand together have those of the page. */
export function useSegmentWhere({ by }: Change): (line: SegmentChange) => Condition[] {
  const { where } = useWhere()
  return (line) => (line.segments > 1 ? where : [...where, being(by, line.segment)])
}

type SegmentsProps = { data: Change; onAct: (line: SegmentChange) => void }

/** Every segment with its effects; before and after explain themselves. */
export function Segments({ data, onAct }: SegmentsProps) {
  const canAct = useCan()('forecast:act')
  const columns = useColumns(data)
  const acting: Column<SegmentChange>[] = canAct
    ? [
        {
          id: 'act',
          title: '',
          value: () => '',
          cell: (one) => (
            <Button
              small
              look="quiet"
              aria-label={`Act on it: ${segmentName(one)}`}
              onClick={() => onAct(one)}
            >
              Act on it
            </Button>
          ),
        },
      ]
    : []
  const footer = data.all
    ? { segment: 'All', change: <AllOf data={data} name="change" />, ...footerOf(data) }
    : undefined
  const save = (format: Format) =>
    saveTable(format, `changes-${data.metric}`, tableOf(columns, data.segments))
  return (
    <Card
      title={`By ${data.by.replaceAll('_', ' ')}`}
      hint="The largest change first; every line adds up across, and all lines add up to the whole."
      actions={<Exports onSave={save} />}
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

const footerOf = (data: Change) =>
  Object.fromEntries(data.effects.map(({ name }) => [name, <AllOf key={name} data={data} name={name} />]))

function AllOf({ data, name }: { data: Change; name: EffectName }) {
  const { where } = useWhere()
  const whole = wholeOf(data)
  if (!whole) return null
  const value = whole[name] ?? 0
  return (
    <InlineFigure
      label={`${name} of all`}
      value={value}
      unit={data.unit}
      printed={printedChange(value, data.unit, data.currency)}
      explain={changeRequest(data, whole, name, 'all', where)}
    />
  )
}

function useColumns(data: Change): Column<SegmentChange>[] {
  const whereOf = useSegmentWhere(data)
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
          explain={one.segments > 1 ? undefined : { metric, ...days, where: whereOf(one) }}
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
        <InlineFigure
          label={`${title} of ${segmentName(one)}`}
          value={one[id]}
          unit={unit}
          printed={printedChange(one[id], unit, currency)}
          explain={changeRequest(data, one, id, segmentName(one), whereOf(one))}
        />
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
