import { objectNames } from '../../../engine/model.ts'
import { warehouse } from '../../../engine/port.ts'
import { batchesPresent, mappedTable } from '../../../engine/schema.ts'
import type { App } from '../../../kernel/app.ts'
import { conflict } from '../../../kernel/errors.ts'
import type { Part } from '../sources/index.ts'
import { compilePart } from './compile.ts'
import { requireSpace } from './files.ts'
import { landPart, removeBatch } from './landing.ts'
import { organisation } from './organisation.ts'
import { staging } from './port.ts'
import { requireImport } from './read.ts'
import { columnsFor } from './staging.ts'
import type { CountsValue } from './tables.ts'

/** Write a batch into the warehouse in one transaction; rows left by an interrupted try go first. */
export async function writeBatch(app: App, id: string): Promise<CountsValue> {
  const { row, file } = await requireImport(app.db, id)
  if (!row.mapping || row.batch === null)
    throw conflict(
      `${file.name} cannot land: nothing says yet which column is which. Open the import, map its columns, and land it again.`,
    )
  await requireSpace(app.config.dataDir, file.size * 2)
  const began = performance.now()
  const sheet = await app.services.use(staging).get(file.id, row.position, file.path, file.name)
  const { zone } = await organisation(app.db)
  const columns = columnsFor(sheet, row.mapping as never, zone)
  const parts = row.mapping.parts.map((part) => compilePart(part as Part, columns))
  const batch = {
    number: row.batch,
    source: row.mapping.source,
    table: columns.table,
    width: sheet.sheet.columns.length,
    rows: sheet.staged.rows,
  }

  const counts = await app.services.use(warehouse).write(async (db) => {
    if ((await batchesPresent(db)).includes(batch.number))
      await removeBatch(db, batch.number, objectNames.map(mappedTable))
    const landed = []
    for (const part of parts) landed.push(await landPart(db, batch, part))
    return landed
  })
  return summed(counts, sheet.staged.rows, (performance.now() - began) / 1000)
}

type Part1 = Awaited<ReturnType<typeof landPart>>

function summed(parts: Part1[], rows: number, seconds: number): CountsValue {
  const add = (name: keyof Part1) => parts.reduce((sum, part) => sum + part[name], 0)
  return {
    rows,
    new: add('new'),
    updated: add('updated'),
    unchanged: add('unchanged'),
    rejected: add('rejected'),
    repeated: add('repeated'),
    seconds: Math.round(seconds * 1000) / 1000,
    rowsPerSecond: Math.round(rows / Math.max(seconds, 0.001)),
  }
}
