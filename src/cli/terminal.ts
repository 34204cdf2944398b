import type { Config } from '../kernel/config.ts'
import type { Terminal, Values } from './command.ts'
import { type Door, openDoor } from './door.ts'

/** Standard output for answers, standard error for progress; the door is opened when it is first asked for. */
export function openTerminal(
  config: Config,
  values: Values,
  words: string[],
): Terminal & { close(): Promise<void> } {
  let door: Promise<Door> | undefined
  const json = values.json === true
  return {
    config,
    json,
    values,
    words,
    door: () => (door ??= openDoor(config)),
    answer: (value, text) => console.log(json ? JSON.stringify(value) : text),
    tell: (line) => {
      if (!json) console.error(line)
    },
    async close() {
      const opened = await door?.catch(() => undefined)
      await opened?.close()
    },
  }
}
