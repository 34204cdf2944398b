import { Card } from '../../../ui/parts/Card.tsx'
import { ErrorState } from '../../../ui/parts/Faces.tsx'
import { usePeriod } from '../../../ui/period/usePeriod.ts'
import { conditionWords } from '../../../ui/where/useWhere.ts'
import type { MetricShown } from '../../metrics/contract.ts'
import type { Tile } from '../contract.ts'
import { TileChart } from './TileChart.tsx'
import { TileFigure } from './TileFigure.tsx'
import { type Deeds, TileMenu } from './TileMenu.tsx'
import { TileTable } from './TileTable.tsx'

type TileViewProps = { tile: Tile; metric: MetricShown | undefined; deeds: Deeds | null }
/** What each view of a tile is given. */
export type Shown = { tile: Tile; metric: MetricShown; title: string; hint: string; deeds: Deeds | null }

const faces = { figure: TileFigure, trend: TileChart, breakdown: TileChart, table: TileTable }

export function TileView({ tile, metric, deeds }: TileViewProps) {
  const period = usePeriod()
  const told = conditionWords(tile.where).map(({ name, value }) => `${name} ${value}`)
  if (!metric)
    return (
      <Card title={tile.title ?? tile.metric} actions={<TileMenu tile={tile} deeds={deeds} />}>
        <ErrorState isSmall what={`The metric “${tile.metric}” is not defined any more.`} />
      </Card>
    )
  const Face = faces[tile.view]
  return (
    <Face
      tile={tile}
      metric={metric}
      deeds={deeds}
      title={tile.title ?? titleOf(tile, metric)}
      hint={[period.label, ...told].join(' · ')}
    />
  )
}

const titleOf = ({ by, view }: Tile, { title }: MetricShown): string =>
  by && view !== 'figure' ? `${title} by ${by.replaceAll('_', ' ')}` : title
