import { createReadStream } from 'node:fs'
import { join } from 'node:path'
import { checkColumns, LineCopy } from './copy.ts'
import type { Source } from './csv.ts'
import { asUtf8 } from './encoding.ts'
import { uniqueNames } from './heading.ts'
import { JsonWalker, type OnObject } from './json-walk.ts'
import { FileProblem } from './problem.ts'
import type { Sheet } from './sheet.ts'

type Table = { copy: LineCopy; path: string; keys: Map<string, number>; rows: number }

/**
 * Opens JSON: an array of objects, an object holding arrays of objects (one table each), or one object per line.
 * Each table is copied to lines whose keys are c0, c1 …, so that no key, however odd, is lost; values keep their text.
 */
export async function openJson(source: Source, format: 'json' | 'ndjson'): Promise<Sheet[]> {
  const { file, sheet, workdir, limits } = source
  const { path } = await asUtf8(source.path, file, join(workdir, `${source.number}.utf8.json`))
  const tables = new Map<string, Table>()

  const onObject: OnObject = (array, pairs) => {
    let table = tables.get(array)
    if (!table) {
      const to = join(workdir, `${source.number}.${tables.size}.ndjson`)
      table = { copy: new LineCopy(to), path: to, keys: new Map(), rows: 0 }
      tables.set(array, table)
    }
    table.rows += 1
    table.copy.add(line(table, pairs, source))
  }

  const walker = new JsonWalker(format, file, limits, onObject)
  const decoder = new TextDecoder()
  try {
    for await (const piece of createReadStream(path, { highWaterMark: 1 << 19 }) as AsyncIterable<Buffer>) {
      walker.push(decoder.decode(piece, { stream: true }))
      for (const { copy } of tables.values()) await copy.flush()
    }
    walker.end()
    for (const { copy } of tables.values()) await copy.close()
  } finally {
    for (const { copy } of tables.values()) copy.destroy()
  }

  if (tables.size === 0)
    throw new FileProblem(
      { file, sheet },
      'There is no list of objects in it.',
      'Export an array of objects, or one object per line.',
    )
  return [...tables].map(([name, table]) => {
    const columns = uniqueNames([...table.keys.keys()])
    checkColumns(columns, file, sheet, limits)
    return {
      file,
      sheet: [sheet, name].filter(Boolean).join('/') || null,
      path: table.path,
      format,
      columns,
      preamble: [],
      headingRow: 0,
      workdir,
      limits,
    }
  })
}

function line(table: Table, pairs: [string, string][], { file, limits }: Source): string {
  let text = `{"row_no":${table.rows}`
  for (const [key, value] of pairs) {
    if (value === 'null' || value === '""') {
      if (!table.keys.has(key)) table.keys.set(key, table.keys.size)
      continue
    }
    if (value.length > limits.cell)
      throw new FileProblem(
        { file, row: table.rows, column: key },
        'This value is longer than 1 MB.',
        'Leave it out of the export.',
      )
    let at = table.keys.get(key)
    if (at === undefined) {
      at = table.keys.size
      table.keys.set(key, at)
    }
    // As a string throughout: numbers keep every digit, lists and objects become their JSON text.
    text += `,"c${at}":${value.startsWith('"') ? value : JSON.stringify(value)}`
  }
  return `${text}}`
}
