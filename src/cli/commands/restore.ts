import { invalid } from '../../kernel/errors.ts'
import { holderOf } from '../../kernel/lock.ts'
import { restoreArchive } from '../../server/operations/restore.ts'
import type { Command } from '../command.ts'
import { shown } from '../print.ts'

export const restore: Command = {
  usage: 'restore FILE [--data DIR]',
  summary: 'Bring a backup back into an empty or new data folder, proven by counts and hashes',
  async run(io) {
    const [file] = io.words
    if (!file || io.words.length > 1) throw invalid('Name the backup: fullscore restore FILE --data DIR.')
    const holder = holderOf(io.config.dataDir)
    if (holder)
      throw invalid(`${io.config.dataDir} is in use by process ${holder.pid}. Restore into another folder.`)
    const done = await restoreArchive(file, io.config)
    io.answer(
      { dataDir: io.config.dataDir, ...done },
      `Restored ${shown(done.records)} records and ${shown(done.facts)} warehouse rows of ${done.at} into ${io.config.dataDir}. Counts and hashes agree; the audit chain of ${shown(done.sealed)} events holds.`,
    )
    return 0
  },
}
