import type { Format } from '../../../engine/format.ts'
import { saveTable, type Table } from '../../../ui/format/save.ts'
import { useQuery } from '../../../ui/query.ts'
import { metrics } from '../../metrics/contract.ts'
import { useCompared } from '../../metrics/web/index.ts'
import type { Tile } from '../contract.ts'
import { grainFor } from '../rules.ts'

const most = { figure: 1, trend: 1000, breakdown: 10, table: 12 }

/** What a tile asks of the catalogue for the period of the page, and the answer. */
export function useTile({ metric, view, by, grain, where }: Tile) {
  const { compare, ...range } = useCompared()
  const asking = {
    metrics: [metric],
    by: view === 'figure' || by === null ? [] : [by],
    ...(view === 'trend' ? { grain: grain ?? grainFor(range.from, range.to) } : {}),
    ...range,
    where,
  }
  const isHeld = view === 'figure' || view === 'table'
  const asked = useQuery(metrics.query, {
    ...asking,
    ...(isHeld && compare ? { compare } : {}),
    limit: most[view],
  })
  return { asked, asking, rows: asked.data?.rows ?? [] }
}

/** Takes a tile's table along under its title. */
export const saveTile = (format: Format, title: string, table: Table): void =>
  void saveTable(format, title.replaceAll(/[^\p{L}\p{N}]+/gu, '-').toLowerCase(), table)
