import { literal } from '../../engine/ingest/index.ts'
import { Warehouse } from '../../engine/warehouse.ts'

/** Copy the warehouse into a new file while readers go on; answers the rows of each table of the copy. */
export async function copyWarehouse(store: Warehouse, to: string): Promise<Record<string, number>> {
  const [current] = await store.query<{ name: string }>('select current_database() as name')
  await store.query(`attach ${literal(to)} as backup_copy`)
  try {
    await store.query(`copy from database "${current?.name}" to backup_copy`)
  } finally {
    await store.query('detach backup_copy')
  }
  return countWarehouse(to)
}

/** Open a warehouse file and count the rows of its tables. */
export async function countWarehouse(path: string): Promise<Record<string, number>> {
  const copy = await Warehouse.open({ path, memory: '256MB' })
  try {
    const tables = await copy.query<{ schema: string; name: string }>(
      `select schema_name as schema, table_name as name from duckdb_tables()
       where database_name = current_database() order by 1, 2`,
    )
    const counts: Record<string, number> = {}
    for (const { schema, name } of tables) {
      const [row] = await copy.query<{ n: number }>(`select count(*) as n from "${schema}"."${name}"`)
      counts[`${schema}.${name}`] = Number(row?.n)
    }
    return counts
  } finally {
    await copy.close()
  }
}
