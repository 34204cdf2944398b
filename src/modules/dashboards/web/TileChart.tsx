import { Chart } from '../../../ui/chart/Chart.tsx'
import { useExplaining } from '../../../ui/figure/useExplain.tsx'
import { currencyOf, drawn, pickedIn } from '../../metrics/web/index.ts'
import { TileMenu } from './TileMenu.tsx'
import type { Shown } from './TileView.tsx'
import { useTile } from './useTile.ts'

/** A trend or a breakdown; each point and bar explains itself. */
export function TileChart({ tile, metric, title, hint, deeds }: Shown) {
  const { asked, asking, rows } = useTile(tile)
  const { explain, drawer } = useExplaining()
  const { series, ...drawing } = drawn(rows, asking, [metric], asked.data?.periods)
  const isAlone = tile.view === 'trend' && series.length === 1
  return (
    <>
      <Chart
        {...drawing}
        title={title}
        hint={asked.data?.more ? `${hint} · the largest ${rows.length}` : hint}
        unit={metric.unit}
        currency={currencyOf(rows.find((row) => row[metric.id])?.[metric.id])}
        series={series.map((one) => ({ ...one, isAccent: isAlone || undefined }))}
        isHorizontal={tile.view === 'breakdown' || undefined}
        isFromZero={metric.unit !== 'ratio'}
        height={260}
        isLoading={asked.isPending}
        error={asked.error}
        onRetry={asked.refetch}
        empty={{ children: 'Nothing was counted in this period.' }}
        actions={<TileMenu tile={tile} deeds={deeds} />}
        onSelect={(picked) => explain(pickedIn(rows, asking, [metric], picked))}
      />
      {drawer}
    </>
  )
}
