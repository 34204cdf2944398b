import type { Format } from '../../../engine/format.ts'
import { Figure } from '../../../ui/figure/Figure.tsx'
import { usePeriod } from '../../../ui/period/usePeriod.ts'
import { sentence } from '../../../ui/query.ts'
import { amountOf, comparedLabel, currencyOf, useGrades } from '../../metrics/web/index.ts'
import { TileMenu } from './TileMenu.tsx'
import type { Shown } from './TileView.tsx'
import { saveTile, useTile } from './useTile.ts'

export function TileFigure({ tile, metric, title, hint, deeds }: Shown) {
  const period = usePeriod()
  const { asked, rows } = useTile(tile)
  const selection = { ...period.range, where: tile.where }
  const gradeOf = useGrades([metric.id], selection)
  const value = amountOf(rows[0]?.[metric.id])
  const before = period.compare && {
    value: amountOf(asked.data?.compared?.[0]?.[metric.id]),
    label: comparedLabel(period.compare, asked.data?.comparedPeriod),
  }
  const save = (format: Format) =>
    saveTile(format, title, {
      heading: [title, period.compare?.label ?? 'Before'],
      rows: [[value, before?.value ?? null]],
    })
  return (
    <Figure
      label={title}
      value={value}
      currency={currencyOf(rows[0]?.[metric.id])}
      unit={metric.unit}
      better={metric.direction}
      period={hint}
      reference={before}
      reason={asked.error ? sentence(asked.error) : (asked.data?.notes[0] ?? 'Nothing to count.')}
      grade={gradeOf(metric.id)}
      isLoading={asked.isPending}
      explain={{ metric: metric.id, ...selection }}
    >
      <div className="absolute right-1.5 bottom-1.5 z-2">
        <TileMenu tile={tile} deeds={deeds} onExport={save} />
      </div>
    </Figure>
  )
}
