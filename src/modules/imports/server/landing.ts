import { literal } from '../../../engine/ingest/index.ts'
import { columnsOf, mappedTable, rowName } from '../../../engine/schema.ts'
import type { Writer } from '../../../engine/warehouse.ts'
import type { CompiledPart } from './compile.ts'

export type PartCounts = {
  new: number
  updated: number
  unchanged: number
  rejected: number
  repeated: number
  rows: number
}
/** `rows` is how many the staged sheet has: where all of them landed, none can have been rejected. */
export type Batch = { number: number; source: string; table: string; width: number; rows: number }

/**
 * Write one part of a batch: good rows into the object's table, the others among the rejects, both within the
 * caller's transaction. Of rows with the same name the ones of the newest batch count.
 */
export async function landPart(db: Writer, batch: Batch, part: CompiledPart): Promise<PartCounts> {
  const table = mappedTable(part.object)
  const source = literal(batch.source)
  const hasHistory = await exists(
    db,
    `select 1 from ${table} where system = ${source} and is_current limit 1`,
  )
  const rows = await insertRows(db, batch, part, table, source)
  const rejected = rows === batch.rows ? 0 : await insertRejects(db, batch, part)
  const repeated = part.hasName ? await settleRepeats(db, batch, part, table) : 0
  const name = part.isNamedByContent ? 'print' : rowName
  const known = hasHistory
    ? await compareWithHistory(db, batch, table, source, name)
    : { unchanged: 0, updated: 0 }
  if (hasHistory) await supersede(db, batch, table, source, name)
  return {
    ...known,
    rows: rows + rejected,
    rejected,
    repeated,
    new: rows - repeated - known.unchanged - known.updated,
  }
}

async function insertRows(
  db: Writer,
  batch: Batch,
  part: CompiledPart,
  table: string,
  source: string,
): Promise<number> {
  const names = columnsOf(part.object).filter((name) => part.values[name])
  const columns = names.map((name) => `"${name}"`).join(', ')
  const values = names.map((name) => `${part.values[name]} as "${name}"`).join(', ')
  return db.run(`
    insert into ${table} (batch, row_no, system, row_key, print, is_last, is_current, ${columns})
    select ${batch.number}, row_no, ${source}, row_key, hash(${columns}), true, true, ${columns}
    from (select row_no, row_key, reason, ${values} from ${part.from})
    where reason is null`)
}

async function insertRejects(db: Writer, batch: Batch, part: CompiledPart): Promise<number> {
  const cells = Array.from({ length: batch.width }, (_, index) => `c${index}`).join(', ')
  return db.run(`
    insert into mapped.reject
    select ${batch.number}, row_no, '${part.object}', reason, [${cells}]
    from ${part.from} where reason is not null`)
}

/** Within one file the last row of a name counts, or the one that is greatest in the column that says which is latest. */
async function settleRepeats(db: Writer, batch: Batch, part: CompiledPart, table: string): Promise<number> {
  const [found] = await db.query<{ n: number }>(
    `select count(*) - count(distinct ${rowName}) as n from ${table} where batch = ${batch.number} and is_last`,
  )
  if (!found || found.n === 0) return 0
  const order = part.latest
    ? 's.time desc nulls last, s.text desc nulls last, m.row_no desc'
    : 'm.row_no desc'
  const latest = part.latest
    ? `left join (select row_no, ${part.latest.time} as time, ${part.latest.text} as text from ${batch.table}) s using (row_no)`
    : ''
  return db.run(`
    update ${table} set is_last = false, is_current = false
    where batch = ${batch.number} and is_last and (row_no, ${rowName}) in (
      select (row_no, name) from (
        select m.row_no, ${rowName} as name, row_number() over (partition by ${rowName} order by ${order}) as nth
        from ${table} m ${latest} where m.batch = ${batch.number} and m.is_last)
      where nth > 1)`)
}

async function compareWithHistory(db: Writer, batch: Batch, table: string, source: string, name: string) {
  const [found] = await db.query<{ known: number; same: number }>(`
    with before as (
      select ${name} as name, list(distinct print) as prints from ${table}
      where system = ${source} and is_current and batch <> ${batch.number} group by 1),
    now as (select ${name} as name, print from ${table} where batch = ${batch.number} and is_last)
    select count(*) as known, count(*) filter (list_contains(b.prints, n.print)) as same
    from now n join before b using (name)`)
  const { known = 0, same = 0 } = found ?? {}
  return { unchanged: same, updated: known - same }
}

async function supersede(
  db: Writer,
  batch: Batch,
  table: string,
  source: string,
  name: string,
): Promise<void> {
  await db.run(`
    update ${table} set is_current = false
    where is_current and system = ${source} and batch <> ${batch.number}
      and ${name} in (select ${name} from ${table} where batch = ${batch.number})`)
}

/** Take a batch out again; rows it had superseded count once more. */
export async function removeBatch(db: Writer, batch: number, tables: string[]): Promise<void> {
  for (const table of tables) {
    await db.run(`create or replace temp table gone as
      select distinct system, ${rowName} as name from ${table} where batch = ${batch} and is_current`)
    await db.run(`delete from ${table} where batch = ${batch}`)
    await db.run(`
      update ${table} set is_current = true
      where is_last and (system, ${rowName}, batch) in (
        select t.system, t.name, max(t.batch)
        from (select system, ${rowName} as name, batch from ${table}) t
        join gone g on g.system = t.system and g.name = t.name
        group by t.system, t.name)`)
    await db.run('drop table gone')
  }
  await db.run(`delete from mapped.reject where batch = ${batch}`)
}

const exists = async (db: Writer, sql: string): Promise<boolean> => (await db.query(sql)).length > 0
