import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, open, readdir, rename, rm, statfs } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { invalid } from '../../../kernel/errors.ts'
import { newSecret } from '../../../kernel/ids.ts'
import { service } from '../../../kernel/service.ts'

export type Received = { path: string; sha256: string; size: number; head: Buffer }

const headBytes = 64
const spare = 200_000_000
const lookEvery = 16_000_000

/** The bytes of all files, each under the hash of what it holds: `ab/cd/<sha256>`. */
export class FileStore {
  #last: Promise<unknown> = Promise.resolve()
  readonly #incoming: string

  constructor(
    readonly folder: string,
    /** Most bytes of one file, and of all. */
    readonly most: number,
    readonly quota: number,
  ) {
    // By its name left out of backups.
    this.#incoming = join(folder, 'incoming')
  }

  pathOf(sha256: string): string {
    return join(this.folder, sha256.slice(0, 2), sha256.slice(2, 4), sha256)
  }

  /** Whoever names bytes and whoever sweeps them wait for each other. */
  alone<T>(work: () => Promise<T>): Promise<T> {
    const mine = this.#last.then(work)
    this.#last = mine.catch(() => undefined)
    return mine
  }

  /** Stream to disk without holding it in memory; what is broken off or too large leaves nothing behind. */
  async receive(file: unknown, whyTooLarge: (bytes: number) => string | null): Promise<Received> {
    if (!(file instanceof ReadableStream)) throw invalid('Send the file as the body of the request.')
    await mkdir(this.#incoming, { recursive: true })
    const path = join(this.#incoming, newSecret())
    try {
      const got = await this.#write(path, Readable.fromWeb(file as never), whyTooLarge)
      const objection = whyTooLarge(got.size)
      if (objection) throw invalid(objection)
      return { path, ...got }
    } catch (error) {
      await rm(path, { force: true })
      throw error
    }
  }

  async #write(path: string, parts: AsyncIterable<Buffer>, whyTooLarge: (bytes: number) => string | null) {
    const hash = createHash('sha256')
    const target = await open(path, 'wx', 0o600)
    let head = Buffer.alloc(0)
    let size = 0
    let looked = -lookEvery
    try {
      for await (const part of parts) {
        size += part.length
        const objection = whyTooLarge(size)
        if (objection) throw invalid(objection)
        if (size - looked >= lookEvery) {
          await this.#requireSpace()
          looked = size
        }
        if (head.length < headBytes) head = Buffer.concat([head, part]).subarray(0, headBytes)
        hash.update(part)
        await target.writeFile(part)
      }
      await target.sync()
    } finally {
      await target.close()
    }
    return { sha256: hash.digest('hex'), size, head }
  }

  async #requireSpace(): Promise<void> {
    const disk = await statfs(this.folder)
    if (disk.bavail * disk.bsize < spare)
      throw invalid(
        'The disk of the data folder is almost full. Free some space and try again; nothing was added.',
      )
  }

  /** Give received bytes their place, safe from a power cut before anything names them. */
  async keep({ path, sha256 }: Received): Promise<void> {
    const place = this.pathOf(sha256)
    if (existsSync(place)) return this.forget(path)
    const folder = join(place, '..')
    await mkdir(folder, { recursive: true, mode: 0o700 })
    await rename(path, place)
    const entries = await open(folder, 'r')
    await entries.sync().finally(() => entries.close())
  }

  forget = (path: string): Promise<void> => rm(path, { force: true })
  drop = (sha256: string): Promise<void> => rm(this.pathOf(sha256), { force: true })
  has = (sha256: string): boolean => existsSync(this.pathOf(sha256))

  /** A part of a file, opened when the first byte is asked for and closed after the last or when nobody reads on. */
  open(sha256: string, first: number, last: number): ReadableStream<Uint8Array> {
    const parts = bytesOf(this.pathOf(sha256), first, last)
    return new ReadableStream<Uint8Array>(
      {
        async pull(reader) {
          const { done, value } = await parts.next()
          if (done) reader.close()
          else reader.enqueue(value)
        },
        cancel: async () => void (await parts.return()),
      },
      { highWaterMark: 0 },
    )
  }

  /** Remove what a crash left and what nobody names. */
  async sweep(isNamed: (sha256: string) => boolean): Promise<number> {
    await mkdir(this.folder, { recursive: true, mode: 0o700 })
    const all = await readdir(this.folder, { recursive: true, withFileTypes: true })
    const left = all.filter((one) => one.isFile() && !isNamed(one.name))
    for (const one of left) await rm(join(one.parentPath, one.name), { force: true })
    return left.length
  }
}

async function* bytesOf(path: string, first: number, last: number): AsyncGenerator<Uint8Array, void, void> {
  if (last < first) return
  const file = await open(path, 'r')
  yield* file.createReadStream({ start: first, end: last })
}

export const fileStore = service<FileStore>('fileStore')
