import { csv } from '../../../engine/csv.ts'
import { saveFile } from '../../../ui/format/save.ts'
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

export const saveCsv = (title: string, heading: string[], rows: (string | number | null)[][]): void =>
  saveFile(`${title.replaceAll(/[^\p{L}\p{N}]+/gu, '-').toLowerCase()}.csv`, csv(heading, rows))
