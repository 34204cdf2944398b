import { existsSync, statSync } from 'node:fs'
import { basename } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { invalid, Problem } from '../../kernel/errors.ts'
import { Import, type Inspection, imports } from '../../modules/imports/contract.ts'
import { type Command, type Terminal, textOf } from '../command.ts'
import type { Door } from '../door.ts'
import { shown, table } from '../print.ts'

type Inspected = (typeof Inspection)['_output']

export const importFiles: Command = {
  usage: 'import FILE… [--mapping NAME] [--json]',
  summary: 'Import exported files together, in any order; exit 2 when something is to be settled first',
  more: 'Files land together when every required column of each is settled; otherwise none does.',
  options: { mapping: { type: 'string' } },
  async run(io) {
    if (io.words.length === 0) throw invalid('Name the files to import: fullscore import FILE…')
    for (const file of io.words) refuseUnreadable(file)

    const door = await io.door()
    const found: Inspected[] = []
    for (const file of io.words) found.push(...(await upload(door, io, file)))
    refuseUnsettled(found)

    const ready = found.filter((one) => one.status === 'ready').map((one) => one.id)
    if (ready.length > 0) await door.ask(imports.land, { ids: ready })
    const done: Import[] = []
    for (const one of found) done.push(await settledImport(door, one.id, 'landing'))

    io.answer({ imports: done }, inWords(done))
    const failed = done.find((one) => one.status === 'failed')
    if (failed) throw new Problem('conflict', `${failed.file} did not land: ${failed.reason}`)
    return 0
  },
}

function refuseUnreadable(file: string): void {
  if (!existsSync(file)) throw invalid(`There is no file ${file}.`)
  if (!statSync(file).isFile()) throw invalid(`${file} is a folder. Name the files in it.`)
}

async function upload(door: Door, io: Terminal, file: string): Promise<Inspected[]> {
  const mapping = textOf(io.values, 'mapping')
  const { items } = await door.ask(
    imports.upload,
    { name: basename(file), ...(mapping ? { mapping } : {}) },
    file,
  )
  for (const one of items) io.tell(`${labelOf(one)}: ${one.title}${one.reason ? `; ${one.reason}` : ''}`)
  return items
}

function refuseUnsettled(found: Inspected[]): void {
  const open = found.filter((one) => one.status === 'unsettled' || one.status === 'unknown')
  if (open.length === 0) return
  const fields = open.flatMap((one) =>
    (one.unsettled.length > 0 ? one.unsettled : [one.reason ?? 'It is not known what this file holds.']).map(
      (message) => ({ field: labelOf(one), message }),
    ),
  )
  const lines = fields.map(({ field, message }) => `  ${field}: ${message}`)
  throw invalid(
    `Nothing was imported. Settle this first, on the import page or with --mapping NAME:\n${lines.join('\n')}`,
    fields,
  )
}

/** Ask again until an import has left a passing state. */
export async function settledImport(door: Door, id: string, passing: Import['status']): Promise<Import> {
  for (let pause = 50; ; pause = Math.min(1000, pause * 1.5)) {
    const one = await door.ask(imports.show, { id })
    if (one.status !== passing) return Import.parse(one)
    await wait(pause)
  }
}

const labelOf = (one: Pick<Import, 'file' | 'sheet'>): string =>
  one.sheet ? `${one.file}, sheet ${one.sheet}` : one.file

function inWords(done: Import[]): string {
  const rows = done.map((one) => ({
    file: labelOf(one),
    as: one.title,
    status: one.status.replace('_', ' '),
    new: one.counts?.new ?? null,
    updated: one.counts?.updated ?? null,
    unchanged: one.counts?.unchanged ?? null,
    rejected: one.counts?.rejected ?? null,
    'rows/s': one.counts?.rowsPerSecond ?? null,
    import: one.id,
  }))
  const notes = done.flatMap((one) => one.notes.map((note) => `${labelOf(one)}: ${shown(note.says)}`))
  return [table(rows), ...notes].join('\n')
}
