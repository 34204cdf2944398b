const block = 512

/** The header of one tar entry; names and sizes that the old form cannot hold go into an extended one before it. */
export function tarHeader(name: string, size: number): Buffer {
  const isPlain = Buffer.byteLength(name) <= 100 && /^[\x20-\x7e]+$/.test(name) && size < 8 ** 11
  if (isPlain) return header(name, size, '0')
  const records = Buffer.from(record('path', name) + record('size', String(size)))
  return Buffer.concat([header('long-name', records.length, 'x'), padded(records), header('long', 0, '0')])
}

/** Zeros up to the next block. */
export const tarPadding = (size: number): Buffer => Buffer.alloc((block - (size % block)) % block)
export const tarEnd = (): Buffer => Buffer.alloc(2 * block)

const padded = (content: Buffer): Buffer => Buffer.concat([content, tarPadding(content.length)])

function record(key: string, value: string): string {
  const rest = ` ${key}=${value}\n`
  let length = Buffer.byteLength(rest) + 1
  while (String(length).length + Buffer.byteLength(rest) !== length)
    length = String(length).length + Buffer.byteLength(rest)
  return `${length}${rest}`
}

function header(name: string, size: number, kind: string): Buffer {
  const out = Buffer.alloc(block)
  out.write(name, 0, 100)
  out.write('0000600\0', 100)
  out.write('0000000\0', 108)
  out.write('0000000\0', 116)
  out.write(`${size.toString(8).padStart(11, '0')}\0`, 124)
  out.write('00000000000\0', 136)
  out.write('        ', 148)
  out.write(kind, 156)
  out.write('ustar\x0000', 257)
  const sum = out.reduce((total, byte) => total + byte, 0)
  out.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148)
  return out
}

export type TarEntry = { name: string; size: number; content: AsyncIterable<Buffer> }

/**
 * Walk through the entries of a tar; each content must be read to its end before the next entry is asked for.
 * Throws when the archive ends too early or is no tar.
 */
export async function* readTar(source: AsyncIterable<Buffer>): AsyncGenerator<TarEntry> {
  const input = new Blocks(source)
  let long: Record<string, string> = {}
  for (;;) {
    const head = await input.take(block)
    if (head.every((byte) => byte === 0)) return
    checkSum(head)
    const size = Number(long.size ?? Number.parseInt(head.toString('latin1', 124, 135), 8))
    const name = long.path ?? head.toString('utf8', 0, 100).replace(/\0.*$/s, '')
    if (head.toString('latin1', 156, 157) === 'x') {
      long = recordsOf((await input.take(size + tarPadding(size).length)).subarray(0, size).toString())
      continue
    }
    long = {}
    yield { name, size, content: input.stream(size) }
    await input.take(tarPadding(size).length)
  }
}

const recordsOf = (text: string): Record<string, string> =>
  Object.fromEntries([...text.matchAll(/^\d+ (\w+)=(.*)$/gm)].map((match) => [match[1], match[2]]))

function checkSum(head: Buffer): void {
  const stated = Number.parseInt(head.toString('latin1', 148, 156), 8)
  const sum = head.reduce((total, byte, at) => total + (at >= 148 && at < 156 ? 32 : byte), 0)
  if (stated !== sum) throw new Error('it is damaged between two files')
}

/** Bytes of a stream, in the portions asked for. */
class Blocks {
  #rest: Buffer = Buffer.alloc(0)
  readonly #chunks: AsyncIterator<Buffer>

  constructor(source: AsyncIterable<Buffer>) {
    this.#chunks = source[Symbol.asyncIterator]()
  }

  async take(size: number): Promise<Buffer> {
    const parts: Buffer[] = []
    for await (const part of this.stream(size)) parts.push(part)
    return Buffer.concat(parts)
  }

  async *stream(size: number): AsyncGenerator<Buffer> {
    for (let left = size; left > 0; ) {
      if (this.#rest.length === 0) await this.#more()
      const part = this.#rest.subarray(0, left)
      this.#rest = this.#rest.subarray(part.length)
      left -= part.length
      yield part
    }
  }

  async #more(): Promise<void> {
    const next = await this.#chunks.next()
    if (next.done) throw new Error('it ends too early')
    this.#rest = next.value
  }
}
