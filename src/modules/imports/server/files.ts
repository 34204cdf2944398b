import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, rm, statfs } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { invalid } from '../../../kernel/errors.ts'

const spare = 200_000_000
const checkEvery = 64_000_000

export type Received = { path: string; sha256: string; size: number }

/** Stream an upload to disk without holding it in memory; refuses before the disk is full and leaves nothing behind. */
export async function receive(
  file: ReadableStream<Uint8Array>,
  folder: string,
  id: string,
): Promise<Received> {
  await mkdir(folder, { recursive: true })
  await requireSpace(folder, 0)
  const path = join(folder, id)
  const hash = createHash('sha256')
  let size = 0
  let checked = 0
  const meter = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk)
      size += chunk.length
      if (size - checked < checkEvery) return done(null, chunk)
      checked = size
      requireSpace(folder, 0).then(
        () => done(null, chunk),
        (error: Error) => done(error),
      )
    },
  })
  try {
    await pipeline(Readable.fromWeb(file as never), meter, createWriteStream(path, { flush: true }))
    return { path, sha256: hash.digest('hex'), size }
  } catch (error) {
    await rm(path, { force: true })
    throw error
  }
}

/** Refuse to write `bytes` more when the disk would be left nearly full. */
export async function requireSpace(folder: string, bytes: number): Promise<void> {
  const disk = await statfs(folder)
  if (disk.bavail * disk.bsize < bytes + spare)
    throw invalid(
      'The disk of the data folder is almost full. Free some space and try again; nothing was written.',
    )
}
