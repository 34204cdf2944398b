import { createReadStream, createWriteStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { FileProblem } from './problem.ts'
import { lineAt, type Survey, survey } from './survey.ts'

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252'

/**
 * Makes sure the text at `path` is UTF-8: the file itself where it is, else a transcoded copy at `copy`.
 * Throws FileProblem for NUL bytes, for binary files and for text in no encoding we know.
 */
export async function asUtf8(
  path: string,
  file: string,
  copy: string,
): Promise<{ path: string; seen: Survey }> {
  const head = await readHead(path, 4096)
  const wide = utf16(head)
  if (wide) return { path: await transcode(path, copy, wide), seen: await survey(copy) }

  const seen = await survey(path)
  if (seen.nulAt >= 0) throw await nul(path, file, head, seen)
  if (seen.brokenAt < 0) return { path, seen }
  if (seen.not1252) throw await broken(path, file, seen)
  return { path: await transcode(path, copy, 'windows-1252'), seen: await survey(copy) }
}

/** The first `length` bytes of a file. */
export async function readHead(path: string, length: number): Promise<Buffer> {
  const handle = await open(path)
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await handle.close()
  }
}

/** UTF-16 by its mark, or by every other byte being NUL as in text of Latin letters. */
function utf16(head: Buffer): Encoding | null {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le'
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be'
  if (head.length < 4 || head.length % 2 === 1) return null
  let even = 0
  let odd = 0
  for (let at = 0; at + 1 < head.length; at += 2) {
    if (head[at] === 0) even += 1
    if (head[at + 1] === 0) odd += 1
  }
  const half = head.length / 2
  if (odd > half * 0.7 && even < half * 0.05) return 'utf-16le'
  if (even > half * 0.7 && odd < half * 0.05) return 'utf-16be'
  return null
}

async function transcode(path: string, copy: string, encoding: Encoding): Promise<string> {
  const decoder = new TextDecoder(encoding)
  async function* decoded() {
    for await (const piece of createReadStream(path, { highWaterMark: 1 << 20 }) as AsyncIterable<Buffer>)
      yield decoder.decode(piece, { stream: true })
    yield decoder.decode()
  }
  await pipeline(Readable.from(decoded()), createWriteStream(copy))
  return copy
}

async function nul(path: string, file: string, head: Buffer, seen: Survey): Promise<FileProblem> {
  const controls = head.filter((byte) => byte < 9 || (byte > 13 && byte < 32)).length
  if (controls > Math.max(3, head.length * 0.02))
    return new FileProblem(
      { file },
      'This is a binary file, not a table, whatever its name says.',
      'Export the data as CSV, XLSX, JSON, NDJSON or Parquet and drop that file in.',
    )
  return new FileProblem(
    { file, row: await lineAt(path, seen.nulAt) },
    'There is a NUL byte in this row, which no text may hold.',
    'Remove it in the source or export the file again; part of it may be damaged.',
  )
}

async function broken(path: string, file: string, seen: Survey): Promise<FileProblem> {
  return new FileProblem(
    { file, row: await lineAt(path, seen.brokenAt) },
    'This row holds bytes that are neither UTF-8 nor Windows-1252 text.',
    'Export the file again as UTF-8.',
  )
}
