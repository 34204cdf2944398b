import type { Command } from './command.ts'
import { attribution } from './commands/attribution.ts'
import { backup } from './commands/backup.ts'
import { fillDemo } from './commands/demo.ts'
import { doctor } from './commands/doctor.ts'
import { explain } from './commands/explain.ts'
import { importFiles } from './commands/import.ts'
import { query } from './commands/query.ts'
import { restore } from './commands/restore.ts'
import { start } from './commands/start.ts'
import { undo } from './commands/undo.ts'

/** The commands with names of their own, in the order of the help; these names stay as they are. */
export const commands: Record<string, Command> = {
  start,
  import: importFiles,
  undo,
  query,
  explain,
  attribution,
  demo: fillDemo,
  backup,
  restore,
  doctor,
}
