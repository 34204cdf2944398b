import { mkdir, stat } from 'node:fs/promises'
import { openCsv, type Source } from './csv.ts'
import { readHead } from './encoding.ts'
import { FileProblem } from './problem.ts'
import { defaultLimits, type Limits, type Sheet } from './sheet.ts'

/**
 * Looks into an uploaded file and returns its tables: one for a CSV, one per worksheet of an XLSX or member of a zip.
 * `name` is what the person called the file; copies that are needed go to `workdir`, under names of our own.
 * Throws FileProblem with a sentence saying what is wrong, where, and how to mend it.
 */
export async function openFile(
  path: string,
  name: string,
  workdir: string,
  limits: Partial<Limits> = {},
): Promise<Sheet[]> {
  await mkdir(workdir, { recursive: true })
  const { size } = await stat(path)
  if (size === 0) throw new FileProblem({ file: name }, 'The file is empty.', 'Export it again.')
  const source: Source = {
    path,
    file: name,
    sheet: null,
    workdir,
    limits: { ...defaultLimits, ...limits },
    number: 0,
  }
  return openSource(source, await readHead(path, 4096))
}

async function openSource(source: Source, _head: Buffer): Promise<Sheet[]> {
  return [await openCsv(source)]
}
