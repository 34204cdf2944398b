import { createWriteStream, existsSync } from 'node:fs'
import { rename, rm, stat } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { invalid } from '../../kernel/errors.ts'
import { operations } from '../../server/operations/contract.ts'
import { proveArchive } from '../../server/operations/prove.ts'
import type { Command } from '../command.ts'
import { shown } from '../print.ts'

export const backup: Command = {
  usage: 'backup FILE',
  summary: 'Write everything into one archive, while the server runs or not',
  async run(io) {
    const [file] = io.words
    if (!file || io.words.length > 1) throw invalid('Name one file for the backup: fullscore backup FILE.')
    const to = resolve(file)
    if (existsSync(to)) throw invalid(`${file} exists already. Name a new file; a backup never replaces one.`)
    if (!existsSync(dirname(to))) throw invalid(`There is no folder ${dirname(to)}.`)

    const door = await io.door()
    const part = `${to}.part`
    try {
      const body = await door.fetch(operations.backup, {})
      await pipeline(Readable.fromWeb(body as never), createWriteStream(part, { mode: 0o600 }))
      const manifest = await proveArchive(part)
      await rename(part, to)
      const rows = Object.values(manifest.records).reduce((sum, one) => sum + one.rows, 0)
      const facts = Object.values(manifest.warehouse).reduce((sum, one) => sum + one, 0)
      const { size } = await stat(to)
      io.answer(
        { file: to, size, records: rows, facts, at: manifest.at },
        `Wrote ${file}: ${shown(rows)} records, ${shown(facts)} warehouse rows, ${shown(Math.ceil(size / 1000))} kB. Read back and proven by its hashes.`,
      )
    } finally {
      await rm(part, { force: true })
    }
    return 0
  },
}
