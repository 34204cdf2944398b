import { createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'

/** A file as it comes, to a path or to standard output. */
export async function save(body: ReadableStream<Uint8Array>, to: string | undefined): Promise<undefined> {
  const target = to ? createWriteStream(to) : process.stdout
  await pipeline(Readable.fromWeb(body as never), target, { end: to !== undefined })
}
