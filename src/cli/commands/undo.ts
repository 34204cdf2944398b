import { invalid } from '../../kernel/errors.ts'
import { imports } from '../../modules/imports/contract.ts'
import type { Command } from '../command.ts'
import { settledImport } from './import.ts'

export const undo: Command = {
  usage: 'undo IMPORT',
  summary: 'Undo a landed import: figures are as if the file had never come',
  async run(io) {
    const [id] = io.words
    if (!id || io.words.length > 1)
      throw invalid('Name one import: fullscore undo IMPORT. `fullscore imports list` shows them.')
    const door = await io.door()
    await door.ask(imports.undo, { id })
    const done = await settledImport(door, id, 'undoing')
    io.answer(done, `${done.file} is undone. Its rows count nowhere any more; the file itself is kept.`)
    return 0
  },
}
