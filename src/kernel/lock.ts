import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Who holds a data folder, and how a command on the same machine reaches it. */
export type Holder = { pid: number; started: string; url?: string; secret: string }

const fileOf = (dataDir: string) => join(dataDir, 'fullscore.lock')

/** The live holder of a data folder, if any; the file of a dead one counts as none. */
export function holderOf(dataDir: string): Holder | undefined {
  const file = fileOf(dataDir)
  if (!existsSync(file)) return undefined
  try {
    const holder = JSON.parse(readFileSync(file, 'utf8')) as Holder & { boot?: string }
    return isAlive(holder.pid) && startOf(holder.pid) === holder.boot ? holder : undefined
  } catch {
    return undefined
  }
}

/** Take the folder for this process, or throw a sentence naming who has it. */
export function takeLock(
  dataDir: string,
  holder: Omit<Holder, 'pid'>,
): { update(url: string): void; release(): void } {
  const file = fileOf(dataDir)
  const refuse = (other: Holder | undefined) => {
    const who = other ? `process ${other.pid}${other.url ? ` at ${other.url}` : ''}` : 'another process'
    throw new Error(
      `The data folder ${dataDir} is in use by ${who}. Stop it first, or choose another folder with --data.`,
    )
  }
  const write = (extra: object, flag: 'w' | 'wx') => {
    const text = JSON.stringify({ ...holder, pid: process.pid, boot: startOf(process.pid), ...extra })
    writeFileSync(file, text, { mode: 0o600, flag })
  }
  const other = holderOf(dataDir)
  if (other) refuse(other)
  rmSync(file, { force: true })
  try {
    write({}, 'wx')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') refuse(holderOf(dataDir))
    throw error
  }
  return { update: (url) => write({ url }, 'w'), release: () => rmSync(file, { force: true }) }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

/** When the process began, so that a reused process number is not taken for the holder. */
function startOf(pid: number): string | undefined {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ')[19]
  } catch {
    return undefined
  }
}
