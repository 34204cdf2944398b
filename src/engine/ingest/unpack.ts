import { createReadStream, createWriteStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline as flow, type Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import yauzl from 'yauzl'
import { FileProblem } from './problem.ts'
import type { Limits } from './sheet.ts'

export type Member = { name: string; entry: yauzl.Entry }

/** Archives smaller than this may unfold at any ratio: a table of one repeated word is no attack. */
const harmless = 32 * 1024 * 1024

/** Counts what comes out of a compressed stream and stops it when it unfolds beyond the limits. */
export function guard(file: string, packed: number, limits: Limits, spent = { bytes: 0 }): Transform {
  let own = 0
  return new Transform({
    transform(piece: Buffer, _encoding, done) {
      own += piece.length
      spent.bytes += piece.length
      if (spent.bytes > limits.unpacked || (own > harmless && own > packed * limits.ratio)) done(bomb(file))
      else done(null, piece)
    },
  })
}

/** Unfolds a gzip file to `to`. */
export async function gunzip(path: string, file: string, to: string, limits: Limits): Promise<void> {
  const { size } = await stat(path)
  await pipeline(
    createReadStream(path),
    createGunzip(),
    guard(file, size, limits),
    createWriteStream(to),
  ).catch((error: Error) => {
    throw error instanceof FileProblem ? error : damaged(file)
  })
}

/** The table of contents of a zip; names that climb out of their folder are refused. */
export class Archive {
  private constructor(
    private readonly zip: yauzl.ZipFile,
    private readonly file: string,
    private readonly limits: Limits,
    readonly members: Member[],
    private readonly spent: { bytes: number },
  ) {}

  static async open(path: string, file: string, limits: Limits): Promise<Archive> {
    const zip = await openZip(path, file)
    try {
      return new Archive(zip, file, limits, await list(zip, file, limits), { bytes: 0 })
    } catch (error) {
      zip.close()
      throw error
    }
  }

  find(name: string): Member | undefined {
    return this.members.find((member) => member.name === name)
  }

  /** The unfolded bytes of a member, stopped at the limits. */
  async read(member: Member): Promise<Readable> {
    const packed = await new Promise<Readable>((resolve, reject) =>
      this.zip.openReadStream(member.entry, (error, stream) =>
        error ? reject(damaged(this.file)) : resolve(stream),
      ),
    )
    const guarded = guard(this.file, member.entry.compressedSize, this.limits, this.spent)
    packed.on('error', () => guarded.destroy(damaged(this.file)))
    // Whoever reads the end sees what went wrong; an end that is given up lets the archive go.
    return flow(packed, guarded, () => undefined)
  }

  /** Unfolds a member into `folder` under a name of our own. */
  async extract(member: Member, folder: string, number: number): Promise<string> {
    const to = join(folder, `${number}.member`)
    await pipeline(await this.read(member), createWriteStream(to))
    return to
  }

  close(): void {
    this.zip.close()
  }
}

function openZip(path: string, file: string): Promise<yauzl.ZipFile> {
  return new Promise((resolve, reject) =>
    // Names are checked by us, so that the refusal says which one it was.
    yauzl.open(
      path,
      { lazyEntries: true, autoClose: false, decodeStrings: true, validateEntrySizes: true },
      (error, zip) => (error ? reject(yauzlProblem(error, file)) : resolve(zip)),
    ),
  )
}

function list(zip: yauzl.ZipFile, file: string, limits: Limits): Promise<Member[]> {
  return new Promise((resolve, reject) => {
    const members: Member[] = []
    zip.on('error', (error: Error) => reject(yauzlProblem(error, file)))
    zip.on('end', () => resolve(members))
    zip.on('entry', (entry: yauzl.Entry) => {
      const problem = whyNot(entry, members.length, file, limits)
      if (problem) return reject(problem)
      if (!entry.fileName.endsWith('/')) members.push({ name: entry.fileName, entry })
      zip.readEntry()
    })
    zip.readEntry()
  })
}

function whyNot(entry: yauzl.Entry, before: number, file: string, limits: Limits): FileProblem | null {
  const name = entry.fileName
  if (/^([a-z]:|[\\/])|(^|[\\/])\.\.([\\/]|$)/i.test(name)) return climbing(file, name)
  if (entry.generalPurposeBitFlag & 1)
    return new FileProblem({ file, sheet: name }, 'This member is encrypted.', 'Save it without a password.')
  if (before >= limits.members)
    return new FileProblem({ file }, `It holds more than ${limits.members} files.`, 'Send fewer at once.')
  const size = entry.uncompressedSize
  if (size > limits.unpacked || (size > harmless && size > entry.compressedSize * limits.ratio))
    return bomb(file)
  return null
}

const yauzlProblem = (error: Error, file: string): FileProblem => {
  const name = /(?:relative path|absolute path|invalid characters in fileName): (.*)/.exec(error.message)
  return name ? climbing(file, name[1]!) : damaged(file)
}

const climbing = (file: string, name: string): FileProblem =>
  new FileProblem(
    { file },
    `It holds a file named “${name}”, which points outside of its folder.`,
    'Pack it again with plain names.',
  )

const bomb = (file: string): FileProblem =>
  new FileProblem(
    { file },
    'It unfolds to far more than its own size, as an attack would; reading was stopped.',
    'Unpack it yourself and drop the plain file in.',
  )

export const damaged = (file: string): FileProblem =>
  new FileProblem(
    { file },
    'The file is damaged or cut off and cannot be unpacked.',
    'Export or download it again.',
  )
