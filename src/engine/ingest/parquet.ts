import { DuckDBInstance } from '@duckdb/node-api'
import { checkColumns } from './copy.ts'
import type { Source } from './csv.ts'
import { headingOnly } from './csv.ts'
import { uniqueNames } from './heading.ts'
import { FileProblem } from './problem.ts'
import type { Sheet } from './sheet.ts'
import { literal } from './sql.ts'

/** Opens a Parquet file; only its footer is read. */
export async function openParquet({ path, file, sheet, workdir, limits }: Source): Promise<Sheet> {
  const { names, rows } = await footer(path, file)
  if (rows === 0) throw headingOnly(file, sheet)
  const columns = uniqueNames(names)
  checkColumns(columns, file, sheet, limits)
  return { file, sheet, path, format: 'parquet', columns, preamble: [], headingRow: 0, workdir, limits }
}

async function footer(path: string, file: string): Promise<{ names: string[]; rows: number }> {
  const instance = await DuckDBInstance.create(':memory:', { threads: '1' })
  const connection = await instance.connect()
  try {
    const described = await connection.runAndReadAll(`describe select * from read_parquet(${literal(path)})`)
    const counted = await connection.runAndReadAll(`select count(*) from read_parquet(${literal(path)})`)
    return { names: described.getRows().map((row) => String(row[0])), rows: Number(counted.getRows()[0]![0]) }
  } catch {
    // What DuckDB says of it is about bytes and offsets, which nobody can act on.
    throw new FileProblem({ file }, 'The Parquet file is damaged or cut off.', 'Export or download it again.')
  } finally {
    connection.closeSync()
    instance.closeSync()
  }
}
