import { createReadStream, existsSync, statSync } from 'node:fs'
import { basename } from 'node:path'
import { Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import { FileProblem } from '../engine/ingest/problem.ts'
import { RecordReader } from '../engine/ingest/records.ts'
import { defaultLimits } from '../engine/ingest/sheet.ts'
import { guard } from '../engine/ingest/unpack.ts'
import { invalid } from '../kernel/errors.ts'

export type FileSeries = { name: string; values: number[] } | { name: string; refused: string }
type Cell = { t: string; value: number; row: number; refused?: string }

const needed = ['series', 't', 'value'] as const
type Places = Record<(typeof needed)[number], number>

/**
 * The series of a CSV file with the columns series, t and value, in any order and among others; plain or gzipped. The
 * values of a series come back in the order of t. Throws a sentence with row and column for a file that cannot be read;
 * a series with a cell that cannot be, or whose whole-number t leaves one out, is refused by itself.
 */
export async function readSeries(path: string): Promise<FileSeries[]> {
  if (!existsSync(path)) throw invalid(`There is no file ${path}.`)
  if (!statSync(path).isFile()) throw invalid(`${path} is a folder. Name the file.`)
  const file = basename(path)
  const all = new Map<string, Cell[]>()
  let places: Places | undefined
  const reader = new RecordReader(',', file, defaultLimits, (cells, row) => {
    if (cells.length === 1 && cells[0]!.trim() === '') return
    if (places) keep(all, cellOf(cells, places, file, row), cells[places.series]!.trim())
    else places = placesIn(cells, file, row)
  })
  await readText(path, file, reader)
  if (!places) throw invalid(`${file} is empty. It takes the columns series, t and value.`)
  if (all.size === 0) throw invalid(`${file} has a heading and no row beneath it.`)
  return [...all].map(([name, cells]) => inOrder(name, cells, file))
}

async function readText(path: string, file: string, reader: RecordReader): Promise<void> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  const sink = new Writable({
    write: (piece: Buffer, _encoding, done) =>
      attempt(() => reader.push(decoder.decode(piece, { stream: true })), done),
    final: (done) =>
      attempt(() => {
        reader.push(decoder.decode())
        reader.end()
      }, done),
  })
  const source = createReadStream(path)
  const packed = statSync(path).size
  const reading = path.endsWith('.gz')
    ? pipeline(source, createGunzip(), guard(file, packed, defaultLimits), sink)
    : pipeline(source, sink)
  await reading.catch((error: unknown) => {
    throw inSentence(error, file)
  })
}

function attempt(work: () => void, done: (error?: Error) => void): void {
  try {
    work()
    done()
  } catch (error) {
    done(error as Error)
  }
}

function inSentence(error: unknown, file: string): unknown {
  if (error instanceof FileProblem) return invalid(error.message)
  const { name, code } = error as { name?: string; code?: unknown }
  if (name === 'TypeError') return invalid(`${file} is not text in UTF-8. Save it as CSV in UTF-8.`)
  const isDamaged = typeof code === 'string' && /^Z_|ERR_STREAM_PREMATURE/.test(code)
  return isDamaged ? invalid(`${file} is damaged or cut off and cannot be unpacked.`) : error
}

function placesIn(cells: string[], file: string, row: number): Places {
  const heading = cells.map((cell) =>
    cell
      .replace(/^\uFEFF/, '')
      .trim()
      .toLowerCase(),
  )
  const lacking = needed.find((name) => !heading.includes(name))
  if (lacking)
    throw invalid(
      `${file}, row ${row}: the column “${lacking}” is missing. It takes series, t and value, with commas between.`,
    )
  return Object.fromEntries(needed.map((name) => [name, heading.indexOf(name)])) as Places
}

const number = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i

function cellOf(cells: string[], places: Places, file: string, row: number): Cell {
  const empty = (name: (typeof needed)[number]) => !cells[places[name]]?.trim()
  const blank = (name: string) =>
    `${file}, row ${row}, column ${name}: the cell is empty. Fill it, or leave the row out.`
  if (empty('series')) throw invalid(blank('series'))
  const lacking = needed.find(empty)
  const text = cells[places.value]?.trim() ?? ''
  const cell = { t: cells[places.t]?.trim() ?? '', value: Number(text), row }
  if (lacking) return { ...cell, refused: blank(lacking) }
  if (number.test(text) && Number.isFinite(cell.value)) return cell
  const refused = `${file}, row ${row}, column value: “${text.slice(0, 40)}” is not a number like 1234.5.`
  return { ...cell, refused }
}

function keep(all: Map<string, Cell[]>, cell: Cell, name: string): void {
  const cells = all.get(name)
  if (cells) cells.push(cell)
  else all.set(name, [cell])
}

/** By t as numbers where all are, else as text, which is right for days like 2026-02-28. */
function inOrder(name: string, cells: Cell[], file: string): FileSeries {
  const wrong = cells.find((cell) => cell.refused !== undefined)
  if (wrong?.refused !== undefined) return { name, refused: wrong.refused }
  const isNumbered = cells.every(({ t }) => number.test(t))
  const sorted = cells.sort((a, b) =>
    isNumbered ? Number(a.t) - Number(b.t) : a.t < b.t ? -1 : a.t > b.t ? 1 : 0,
  )
  const twice = sorted.find((cell, at) => cell.t === sorted[at - 1]?.t)
  if (twice)
    throw invalid(`${file}, row ${twice.row}, column t: “${twice.t}” is there twice in the series ${name}.`)
  const gap = isNumbered ? sorted.findIndex((cell, at) => at > 0 && isGap(sorted[at - 1]!.t, cell.t)) : -1
  if (gap > 0)
    return {
      name,
      refused: `t goes from ${sorted[gap - 1]!.t} to ${sorted[gap]!.t}: fill the gap, or begin after it.`,
    }
  return { name, values: sorted.map(({ value }) => value) }
}

const isGap = (before: string, after: string): boolean =>
  Number.isInteger(Number(before)) && Number.isInteger(Number(after)) && Number(after) - Number(before) > 1
