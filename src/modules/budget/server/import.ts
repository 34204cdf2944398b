import { createWriteStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { FileProblem, type ReadTable, readTable } from '../../../engine/ingest/index.ts'
import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { invalid } from '../../../kernel/errors.ts'
import type { budget, LineInput } from '../contract.ts'
import { addLines } from './adding.ts'
import { requireYear } from './books.ts'
import { edit } from './editing.ts'
import { type Read, readRows } from './import-rows.ts'
import { linesOf } from './shown-rows.ts'
import { takeTurn } from './turn.ts'

const mostBytes = 20_000_000
const mostRows = 20_000

/** A table handed in: judged as a whole, then written in one transaction; what changes nothing writes nothing. */
export async function importLines(ctx: Ctx, { year: yearId, name, file }: In<typeof budget.importLines>) {
  if (!(file instanceof ReadableStream)) throw invalid('Send the file as the body of the request.')
  const table = await tableOf(file as ReadableStream<Uint8Array>, name.split(/[\\/]/).at(-1) || name)
  return ctx.transact(async (step) => {
    await takeTurn(step)
    const year = await requireYear(step, yearId)
    const { rows } = await linesOf(step, year)
    const read = await readRows(step, table, year, rows)
    return write(step, yearId, read)
  })
}

async function write(ctx: Ctx, year: string, { edits, added, unchanged }: Read) {
  if (edits.length > 0) await edit(ctx, { year, edits, guardReason: '' })
  if (added.length > 0) await addLines(ctx, { year, lines: added as LineInput[] })
  return { added: added.length, changed: edits.length, unchanged }
}

/** A table somebody handed in, read whole; throws the reason where it is none. */
export async function tableOf(file: ReadableStream<Uint8Array>, name: string): Promise<ReadTable> {
  const folder = await mkdtemp(join(tmpdir(), 'fullscore-budget-'))
  try {
    const path = join(folder, 'table')
    await pipeline(Readable.fromWeb(file as never), meter(), createWriteStream(path))
    return await readTable(path, name, join(folder, 'work'), mostRows)
  } catch (error) {
    if (error instanceof FileProblem) throw invalid(error.message)
    throw error
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

function meter(): Transform {
  let size = 0
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      size += chunk.length
      done(size > mostBytes ? invalid('The file is larger than 20 MB, which no such table is.') : null, chunk)
    },
  })
}
