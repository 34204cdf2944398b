import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdtemp, open, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { FileProblem, readTable } from '../../../engine/ingest/index.ts'
import { invalid } from '../../../kernel/errors.ts'
import { TrelloBoard, unreadable } from '../rules.ts'

const mostBytes = 30_000_000
const mostRows = 20_000
const mostCards = 20_000

/** A file as it was read: a table, or a board with everything on it. */
export type Read =
  | { kind: 'table'; columns: string[]; rows: { row: number; cells: string[] }[] }
  | { kind: 'trello'; board: unknown }

/** Read a file somebody handed in; throws the reason where no work can be read from it. */
export async function readFileOf(
  file: ReadableStream<Uint8Array>,
  name: string,
): Promise<{ read: Read; hash: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'fullscore-work-'))
  try {
    const path = join(folder, 'file')
    await pipeline(Readable.fromWeb(file as never), meter(), createWriteStream(path))
    const read = (await isJson(path)) ? await readJson(path) : await tableIn(path, name, folder)
    return { read: keepable(read), hash: await hashOf(path) }
  } catch (error) {
    if (error instanceof FileProblem) throw invalid(`${error.message} ${unreadable}`)
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
      const tooLarge = size > mostBytes ? invalid('The file is larger than 30 MB. Export it in parts.') : null
      done(tooLarge, chunk)
    },
  })
}

async function isJson(path: string): Promise<boolean> {
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(64), 0, 64)
    return /^\uFEFF?\s*[{[]/.test(buffer.subarray(0, bytesRead).toString())
  } finally {
    await file.close()
  }
}

async function readJson(path: string): Promise<Read> {
  const said = await readFile(path, 'utf8')
  let value: unknown
  try {
    value = JSON.parse(said.replace(/^\uFEFF/, ''))
  } catch {
    throw invalid('The file begins like JSON and is none: it may have been cut off. Export it again.')
  }
  const board = TrelloBoard.safeParse(value)
  if (!board.success) throw invalid(unreadable)
  if (board.data.cards.length > mostCards) throw invalid(`The board has more than ${mostCards} cards.`)
  return { kind: 'trello', board: board.data }
}

async function tableIn(path: string, name: string, folder: string): Promise<Read> {
  const { columns, rows } = await readTable(path, name, join(folder, 'work'), mostRows)
  return { kind: 'table', columns, rows }
}

/** Without the one character that cannot be kept. */
const keepable = (read: Read): Read => JSON.parse(JSON.stringify(read).replaceAll('\\u0000', '')) as Read

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(path), hash)
  return hash.digest('hex')
}
