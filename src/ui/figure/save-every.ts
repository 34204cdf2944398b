import type { Format } from '../../engine/format.ts'
import { call } from '../../kernel/client.ts'
import type { Asked, Route } from '../../kernel/contract.ts'
import { saveTable } from '../format/save.ts'
import { type Column, tableOf } from '../list/columns.ts'

const most = 500

/** Every row a route pages through, as one file. */
export async function saveEvery<Row>(
  format: Format,
  route: Route,
  asks: Record<string, unknown>,
  columns: Column<Row>[],
  name: string,
): Promise<void> {
  const all: Row[] = []
  for (let total = 1; all.length < total; ) {
    const page = (await call(route, {
      ...asks,
      limit: most,
      offset: all.length,
    } as Asked<Route>)) as Page<Row>
    if (page.items.length === 0) break
    all.push(...page.items)
    total = page.total
  }
  await saveTable(format, name, tableOf(columns, all))
}

type Page<Row> = { items: Row[]; total: number }
