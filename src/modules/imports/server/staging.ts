import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import {
  type ColumnProfile,
  openFile,
  profile,
  type Sheet,
  type Staged,
  stage,
  unstage,
  type ValueFormat,
} from '../../../engine/ingest/index.ts'
import type { Warehouse } from '../../../engine/warehouse.ts'
import type { Mapping } from '../sources/index.ts'
import type { StagedColumns } from './compile.ts'
import { periodOf } from './preamble.ts'
import type { MappingValue } from './tables.ts'

export type StagedSheet = { sheet: Sheet; staged: Staged; columns: ColumnProfile[] }

const orders = { 'day-first': 'dmy', 'month-first': 'mdy', comma: 'comma', point: 'point' } as const

/**
 * Sheets read into temporary tables, kept from looking to landing so that a file is read once.
 * They vanish with the process; a landing after a restart reads the file again.
 */
export class Staging {
  #staged = new Map<string, StagedSheet>()
  #next = 0

  constructor(
    private readonly store: Warehouse,
    private readonly workdir: string,
    private readonly rawdir: string,
  ) {}

  /** Read every sheet of a file (its path is below the raw files) and keep each under `${fileId}/${position}`. */
  async read(fileId: string, path: string, name: string): Promise<StagedSheet[]> {
    const read: StagedSheet[] = []
    for (const [position, sheet] of (await this.#open(fileId, path, name)).entries())
      read.push(await this.#keep(fileId, position, sheet))
    return read
  }

  async get(fileId: string, position: number, path: string, name: string): Promise<StagedSheet> {
    const kept = this.#staged.get(`${fileId}/${position}`)
    if (kept) return kept
    const sheet = (await this.#open(fileId, path, name))[position]
    if (!sheet) throw new Error(`${name} has no table number ${position + 1} any more.`)
    return this.#keep(fileId, position, sheet)
  }

  async drop(fileId: string, position: number): Promise<void> {
    const kept = this.#staged.get(`${fileId}/${position}`)
    if (!kept) return
    this.#staged.delete(`${fileId}/${position}`)
    await this.store.write((db) => unstage(db, kept.staged.table))
    if (this.#positionsOf(fileId).length === 0) await this.#clear(fileId)
  }

  /** Drop every sheet of a file and all that reading it has written. */
  async dropFile(fileId: string): Promise<void> {
    for (const position of this.#positionsOf(fileId)) await this.drop(fileId, position)
    await this.#clear(fileId)
  }

  async #open(fileId: string, path: string, name: string): Promise<Sheet[]> {
    const folder = join(this.workdir, fileId)
    await mkdir(folder, { recursive: true })
    return openFile(join(this.rawdir, path), name, folder)
  }

  async #keep(fileId: string, position: number, sheet: Sheet): Promise<StagedSheet> {
    this.#next += 1
    const name = `stage_${this.#next}`
    const one = await this.store.write(async (db) => {
      const staged = await stage(db, sheet, name)
      return { sheet, staged, columns: await profile(db, staged) }
    })
    this.#staged.set(`${fileId}/${position}`, one)
    return one
  }

  #positionsOf(fileId: string): number[] {
    const own = [...this.#staged.keys()].filter((key) => key.startsWith(`${fileId}/`))
    return own.map((key) => Number(key.slice(fileId.length + 1)))
  }

  #clear(fileId: string): Promise<void> {
    return rm(join(this.workdir, fileId), { recursive: true, force: true })
  }
}

/** The staged sheet for the compiler: where columns lie and how their text is read, a person's answers included. */
export function columnsFor(
  { sheet, staged, columns }: StagedSheet,
  mapping: Mapping & Pick<MappingValue, 'answers'>,
  zone: string,
): StagedColumns {
  const place = new Map(sheet.columns.map((name, index) => [name, index]))
  return {
    table: staged.table,
    zone: mapping.zone ?? zone,
    period: periodOf(sheet.preamble),
    column(heading) {
      const index = place.get(heading)
      if (index === undefined) throw new Error(`The file has no column “${heading}”.`)
      const answer = mapping.answers?.[heading]
      const format = formatOf(columns, index, answer)
      const profile = columns[index]
      const plain = profile && !answer ? { plain: { type: profile.type, holds: profile.plain } } : {}
      return { sql: `c${index}`, ...(format ? { format } : {}), ...plain }
    },
  }
}

/** A column that cannot settle day or month follows the sheet's other columns, then a person's answer. */
function formatOf(
  columns: ColumnProfile[],
  index: number,
  answer: keyof typeof orders | undefined,
): ValueFormat | undefined {
  const column = columns[index]
  if (!column) return undefined
  if (answer) return orders[answer]
  return column.unsettled ? (settledBySiblings(columns, column) ?? column.format) : column.format
}

export function settledBySiblings(columns: ColumnProfile[], column: ColumnProfile): ValueFormat | undefined {
  if (column.unsettled?.question !== 'day-or-month') return undefined
  return columns.find((one) => !one.unsettled && (one.format === 'mdy' || one.format === 'dmy'))?.format
}
