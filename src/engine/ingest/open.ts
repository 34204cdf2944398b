import { mkdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { openCsv, type Source } from './csv.ts'
import { readHead } from './encoding.ts'
import { openJson } from './json.ts'
import { openParquet } from './parquet.ts'
import { FileProblem } from './problem.ts'
import { defaultLimits, type Limits, type Sheet } from './sheet.ts'
import { Archive, gunzip } from './unpack.ts'
import { openWorkbook } from './xlsx.ts'

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
  const count = { next: 0 }
  const source: Source = {
    path,
    file: name,
    sheet: null,
    workdir,
    limits: { ...defaultLimits, ...limits },
    number: 0,
  }
  return openSource(source, count, 0)
}

async function openSource(source: Source, count: { next: number }, depth: number): Promise<Sheet[]> {
  const { path, file, workdir, limits } = source
  const { size } = await stat(path)
  if (size === 0)
    throw new FileProblem({ file, sheet: source.sheet }, 'The file is empty.', 'Export it again.')
  const head = await readHead(path, 4096)
  const seen = recognise(head[0] === BRACE ? await readHead(path, 1 << 20) : head)
  const kind = seen && 'kind' in seen ? seen.kind : null
  if (depth > 2 && (kind === 'gzip' || kind === 'zip'))
    throw new FileProblem(
      { file },
      'It is packed more than twice over.',
      'Unpack it and drop the plain file in.',
    )

  count.next += 1
  const numbered = { ...source, number: count.next }
  if (kind === 'gzip') {
    const plain = join(workdir, `${count.next}.plain`)
    await gunzip(path, file, plain, limits)
    return openSource({ ...source, path: plain }, count, depth + 1)
  }
  if (kind === 'zip') return openArchive(numbered, count, depth)
  if (kind === 'parquet') return [await openParquet(numbered)]
  if (kind === 'json' || kind === 'ndjson') return openJson(numbered, kind)
  if (seen && 'other' in seen)
    throw new FileProblem(
      { file, sheet: source.sheet },
      `This is ${seen.other}, not a table, whatever its name says.`,
      'Export the data as CSV, XLSX, JSON, NDJSON or Parquet and drop that file in.',
    )
  return [await openCsv(numbered)]
}

async function openArchive(source: Source, count: { next: number }, depth: number): Promise<Sheet[]> {
  const archive = await Archive.open(source.path, source.file, source.limits)
  try {
    if (archive.find('xl/workbook.xml')) return await openWorkbook(archive, source)
    const members = archive.members.filter(({ name }) => !/(^|\/)(\.|__MACOSX\/)/.test(name))
    const sheets: Sheet[] = []
    const problems: unknown[] = []
    for (const member of members) {
      count.next += 1
      const path = await archive.extract(member, source.workdir, count.next)
      const sheet = [source.sheet, member.name].filter(Boolean).join('/')
      sheets.push(
        ...(await openSource({ ...source, path, sheet }, count, depth + 1).catch((problem) => {
          problems.push(problem)
          return []
        })),
      )
    }
    // A readme beside the tables does no harm; tables that cannot be read do.
    const grave = problems.find(
      (problem) => !(problem instanceof FileProblem) || sheets.length === 0 || isTable(problem.sheet),
    )
    if (grave) throw grave
    if (sheets.length === 0)
      throw new FileProblem({ file: source.file }, 'There is no file in it.', 'Pack it again.')
    return sheets
  } finally {
    archive.close()
  }
}

const isTable = (name: string | null): boolean =>
  /\.(csv|tsv|xlsx|json|ndjson|jsonl|parquet)(\.gz)?$/i.test(name ?? '')

const BRACE = 0x7b

type Kind = 'gzip' | 'zip' | 'parquet' | 'json' | 'ndjson'

const magics: [string, string][] = [
  ['%PDF', 'a PDF'],
  ['\x89PNG', 'a picture'],
  ['\xff\xd8\xff', 'a picture'],
  ['GIF8', 'a picture'],
  ['\xd0\xcf\x11\xe0', 'an old or password-protected Excel or Word file'],
  ['7z\xbc\xaf', 'a 7-Zip archive'],
  ['Rar!', 'a RAR archive'],
  ['SQLite format', 'a SQLite database'],
  ['{\\rtf', 'a text document'],
]

/** What a file is by its first bytes; a sentence part where it is nothing we read; null for text. */
function recognise(head: Buffer): { kind: Kind } | { other: string } | null {
  if (head[0] === 0x1f && head[1] === 0x8b) return { kind: 'gzip' }
  const start = head.toString('latin1', 0, 16)
  if (start.startsWith('PK\x03\x04') || start.startsWith('PK\x05\x06')) return { kind: 'zip' }
  if (start.startsWith('PAR1')) return { kind: 'parquet' }
  const known = magics.find(([magic]) => start.startsWith(magic))
  if (known) return { other: known[1] }
  const text = head
    .toString('utf8')
    .replaceAll('\0', '')
    .replace(/^(\uFEFF|\uFFFD\uFFFD)/, '')
    .trimStart()
  if (/^(<!doctype html|<html|<\?xml)/i.test(text)) return { other: 'a web page or XML' }
  if (/^\[\s*(\{|\]|$)/.test(text)) return { kind: 'json' }
  if (text.startsWith('{')) return { kind: isLines(text) ? 'ndjson' : 'json' }
  return null
}

/** One object per line: the first line is whole and another follows, or it holds no list of objects. */
function isLines(text: string): boolean {
  const end = text.indexOf('\n')
  const first = (end < 0 ? text : text.slice(0, end)).trim()
  try {
    const parsed = JSON.parse(first) as Record<string, unknown>
    const rest = end < 0 ? '' : text.slice(end).trim()
    return (
      rest.startsWith('{') ||
      !Object.values(parsed).some((value) => Array.isArray(value) && typeof value[0] === 'object')
    )
  } catch {
    return false
  }
}
