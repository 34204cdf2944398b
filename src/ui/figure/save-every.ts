import { csv } from '../../engine/csv.ts'
import { call } from '../../kernel/client.ts'
import type { Asked, Route } from '../../kernel/contract.ts'
import { saveFile } from '../format/save.ts'
import type { Column } from '../list/columns.ts'

const most = 500

/** Every row a route pages through, as one file. */
export async function saveEvery<Row>(
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
  const heading = columns.map((column) => column.title)
  saveFile(
    `${name}.csv`,
    csv(
      heading,
      all.map((one) => columns.map((column) => column.value(one))),
    ),
  )
}

type Page<Row> = { items: Row[]; total: number }
