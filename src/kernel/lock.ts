import { constants, copyFileSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { isAlive } from './process.ts'

/** Who holds a data folder, and how a command on the same machine reaches it. */
export type Holder = { pid: number; started: string; url?: string; secret: string }

const writingTakes = 2000
const fileOf = (dataDir: string) => join(dataDir, 'fullscore.lock')

/** The live holder of a data folder, if any; the file of a dead one counts as none. */
export const holderOf = (dataDir: string): Holder | undefined => look(fileOf(dataDir)).holder

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
  const text = (extra: object) =>
    JSON.stringify({ ...holder, pid: process.pid, boot: startOf(process.pid), ...extra })
  if (!create(file, text({}))) {
    const standing = look(file).isHeld ? look(file) : takeAway(file)
    if (standing.isHeld || !create(file, text({}))) refuse(standing.holder ?? look(file).holder)
  }
  return {
    update: (url) => writeFileSync(file, text({ url }), { mode: 0o600 }),
    release: () => rmSync(file, { force: true }),
  }
}

type Standing = { isHeld: boolean; holder?: Holder }

function look(file: string): Standing {
  try {
    const holder = JSON.parse(readFileSync(file, 'utf8')) as Holder & { boot?: string }
    const isHeld = isAlive(holder.pid) && startOf(holder.pid) === holder.boot
    return isHeld ? { isHeld, holder } : { isHeld }
  } catch {
    // It is empty for the moment in which it is written; an old one like that was left by a crash.
    const written = statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0
    return { isHeld: Date.now() - written < writingTakes }
  }
}

/** False where there is one already. */
function create(file: string, text: string): boolean {
  try {
    writeFileSync(file, text, { mode: 0o600, flag: 'wx' })
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

/**
 * Take a dead one's file away. Several starts may have found it dead at once: each looks again at what it moved, and
 * puts back what a faster one has meanwhile written in its place.
 */
function takeAway(file: string): Standing {
  const aside = `${file}.${process.pid}`
  try {
    renameSync(file, aside)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return { isHeld: false }
    throw error
  }
  const moved = look(aside)
  if (moved.isHeld) copyFileSync(aside, file, constants.COPYFILE_EXCL)
  rmSync(aside, { force: true })
  return moved
}

/** When the process began, so that a reused process number is not taken for the holder. */
function startOf(pid: number): string | undefined {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ')[19]
  } catch {
    return undefined
  }
}
