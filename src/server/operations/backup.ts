import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, open, readdir, rm, stat, statfs } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline, Readable } from 'node:stream'
import { createGzip } from 'node:zlib'
import type pg from 'pg'
import type { Warehouse } from '../../engine/warehouse.ts'
import { newSecret } from '../../kernel/ids.ts'
import { version } from '../root.ts'
import { format, type Manifest, manifestName } from './manifest.ts'
import { dumpTable, sequencesOf, type TableDump, tablesOf } from './records.ts'
import { tarEnd, tarHeader, tarPadding } from './tar.ts'
import { copyWarehouse } from './warehouse-copy.ts'

export type Stores = { pool: pg.Pool; store: Warehouse; dataDir: string }

const copyPrefix = 'backup-'
/** What is made anew by a start, or is a backup itself. */
const leftOut = /^(records|records-socket|warehouse\.duckdb.*|spill|work|backups|fullscore\.lock.*|\..*)$/

/** Both stores of one moment and every other file of the folder, as a stream of tar.gz that ends with its manifest. */
export function archiveOf(stores: Stores, at: Date): Readable {
  // Whoever reads the end sees what went wrong; breaking it off ends the entries too, which take their copies away.
  return pipeline(Readable.from(entries(stores, at)), createGzip({ level: 5 }), () => undefined)
}

/** Copies that a crash left; for the start, when no backup runs. */
export async function clearCopies(dataDir: string): Promise<void> {
  const spill = join(dataDir, 'spill')
  const left = (await readdir(spill)).filter((name) => name.startsWith(copyPrefix))
  for (const name of left) await rm(join(spill, name), { recursive: true, force: true })
}

async function* entries(stores: Stores, at: Date): AsyncGenerator<Buffer> {
  const stage = join(stores.dataDir, 'spill', `${copyPrefix}${newSecret().slice(0, 12)}`)
  await mkdir(join(stage, 'records'), { recursive: true })
  try {
    await refuseWhenFull(stores)
    const manifest: Manifest = {
      ...{ product: 'fullscore', format, version, at: at.toISOString() },
      ...(await stageStores(stores, stage)),
      entries: {},
    }
    for (const [name, path] of [
      ...(await filesBelow(stage)),
      ...(await filesBelow(stores.dataDir, leftOut, 'files/')),
    ]) {
      const size = await sizeOf(path)
      if (size === undefined) continue
      yield tarHeader(name, size)
      const hash = createHash('sha256')
      for await (const chunk of size > 0 ? createReadStream(path, { end: size - 1 }) : []) {
        hash.update(chunk)
        yield chunk
      }
      yield tarPadding(size)
      manifest.entries[name] = { size, sha256: hash.digest('hex') }
    }
    const text = Buffer.from(JSON.stringify(manifest, null, 2))
    yield Buffer.concat([tarHeader(manifestName, text.length), text, tarPadding(text.length), tarEnd()])
  } finally {
    await rm(stage, { recursive: true, force: true })
  }
}

/** A file that was deleted for good since the folder was read is not in it any more. */
const sizeOf = (path: string): Promise<number | undefined> =>
  stat(path).then(
    (found) => found.size,
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return undefined
      throw error
    },
  )

/** No batch can land between the two snapshots: the warehouse's one writer waits. */
async function stageStores(
  { pool, store }: Stores,
  stage: string,
): Promise<Pick<Manifest, 'migration' | 'records' | 'sequences' | 'warehouse'>> {
  const client = await pool.connect()
  try {
    const warehouse = await store.write(async () => {
      await client.query('begin isolation level repeatable read read only')
      await client.query('select 1 from kernel_events limit 1')
      return copyWarehouse(store, join(stage, 'warehouse.duckdb'))
    })
    const records: Record<string, TableDump> = {}
    for (const table of await tablesOf(client)) records[table] = await stageTable(client, table, stage)
    const last = await client.query<{ name: string }>('select max(name) as name from kernel_migrations')
    return { migration: last.rows[0]?.name ?? '', records, sequences: await sequencesOf(client), warehouse }
  } finally {
    await client.query('rollback').catch(() => undefined)
    client.release()
  }
}

async function stageTable(client: pg.PoolClient, table: string, stage: string): Promise<TableDump> {
  const file = await open(join(stage, 'records', `${table}.ndjson`), 'w')
  try {
    return await dumpTable(client, table, async (lines) => void (await file.write(lines)))
  } finally {
    await file.close()
  }
}

async function filesBelow(
  folder: string,
  except?: RegExp,
  prefix = '',
): Promise<[name: string, path: string][]> {
  const found: [string, string][] = []
  for (const one of (await readdir(folder, { withFileTypes: true })).sort((a, b) =>
    a.name < b.name ? -1 : 1,
  )) {
    if (except?.test(one.name) || one.name === 'incoming') continue
    const path = join(folder, one.name)
    if (one.isDirectory()) found.push(...(await filesBelow(path, undefined, `${prefix}${one.name}/`)))
    else if (one.isFile()) found.push([`${prefix}${one.name}`, path])
  }
  return found
}

async function refuseWhenFull({ store, dataDir }: Stores): Promise<void> {
  const { size } = await stat(store.path)
  const disk = await statfs(dataDir)
  const needed = size + 64_000_000
  if (disk.bavail * disk.bsize < needed)
    throw new Error(
      `A backup needs about ${Math.ceil(needed / 1_000_000)} MB free beside the data; the disk has less. Make room and try again.`,
    )
}
