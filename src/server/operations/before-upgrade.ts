import { createWriteStream } from 'node:fs'
import { mkdir, readdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { archiveOf, type Stores } from './backup.ts'

const kept = 3
const prefix = 'before-upgrade-'

/** Before migrations touch data that is there: an archive in `backups`, of which the newest three stay. */
export async function backUpBeforeUpgrade(stores: Stores, at: Date): Promise<string | undefined> {
  const found = await stores.pool.query<{ name: string | null }>(
    `select to_regclass('kernel_migrations')::text as name`,
  )
  if (!found.rows[0]?.name) return undefined
  const folder = join(stores.dataDir, 'backups')
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const file = join(folder, `${prefix}${at.toISOString().slice(0, 19).replace(/[:T]/g, '-')}.tar.gz`)
  await pipeline(archiveOf(stores, at), createWriteStream(`${file}.part`, { mode: 0o600 }))
  await rename(`${file}.part`, file)
  await forgetOld(folder)
  return file
}

async function forgetOld(folder: string): Promise<void> {
  const names = (await readdir(folder)).filter((name) => name.startsWith(prefix)).sort()
  for (const name of names.slice(0, -kept)) await rm(join(folder, name), { force: true })
}
