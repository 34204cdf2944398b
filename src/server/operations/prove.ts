import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream, mkdirSync } from 'node:fs'
import { dirname, join, normalize, sep } from 'node:path'
import { Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import { invalid } from '../../kernel/errors.ts'
import { Manifest, manifestName } from './manifest.ts'
import { readTar, type TarEntry } from './tar.ts'

type Found = Manifest['entries']

/**
 * Read an archive to its end, check every size and hash against its manifest and answer the manifest.
 * With a folder, its files are written there on the way. Throws `invalid` when anything does not agree.
 */
export async function proveArchive(file: string, into?: string): Promise<Manifest> {
  const found: Found = {}
  let manifest: unknown
  try {
    const zipped = createReadStream(file)
    const unzipped = zipped.pipe(createGunzip())
    zipped.on('error', (error) => unzipped.destroy(error))
    for await (const entry of readTar(unzipped)) {
      if (entry.name === manifestName) manifest = JSON.parse(await textOf(entry))
      else found[entry.name] = await take(entry, into)
    }
    for await (const _ of unzipped) {
      // the end of the compressed stream carries its checksum
    }
  } catch (error) {
    throw refused(file, (error as Error).message)
  }
  const read = Manifest.safeParse(manifest)
  if (!read.success) throw refused(file, 'its manifest is missing or not one of this version')
  const reason = whyNotWhole(read.data.entries, found)
  if (reason) throw refused(file, reason)
  return read.data
}

const refused = (file: string, reason: string) =>
  invalid(`${file} is no whole backup: ${reason}. Nothing was replaced.`)

function whyNotWhole(stated: Found, found: Found): string | undefined {
  for (const [name, { size, sha256 }] of Object.entries(stated)) {
    if (!found[name]) return `${name} is missing`
    if (found[name].size !== size || found[name].sha256 !== sha256) return `${name} was changed`
  }
  return Object.keys(found)
    .find((name) => !stated[name])
    ?.replace(/$/, ' is not in its manifest')
}

async function textOf(entry: TarEntry): Promise<string> {
  const parts: Buffer[] = []
  for await (const part of entry.content) parts.push(part)
  return Buffer.concat(parts).toString()
}

async function take(entry: TarEntry, into: string | undefined): Promise<Found[string]> {
  const hash = createHash('sha256')
  const hashed = async function* () {
    for await (const part of entry.content) {
      hash.update(part)
      yield part
    }
  }
  const target = into ? createWriteStream(placeOf(entry.name, into), { mode: 0o600 }) : nowhere()
  await pipeline(hashed, target)
  return { size: entry.size, sha256: hash.digest('hex') }
}

const nowhere = () => new Writable({ write: (_chunk, _encoding, done) => done() })

function placeOf(name: string, into: string): string {
  const path = normalize(join(into, name))
  if (!path.startsWith(`${into}${sep}`)) throw new Error(`it names a file outside of itself (${name})`)
  mkdirSync(dirname(path), { recursive: true })
  return path
}
