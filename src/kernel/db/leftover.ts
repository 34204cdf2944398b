import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { isAlive } from '../process.ts'

/** A killed parent leaves its server running; two servers on one folder would be refused, so the old one goes. */
export async function stopLeftover(folder: string): Promise<void> {
  const pid = leftoverPid(folder)
  if (!pid) return
  try {
    process.kill(pid, 'SIGINT')
  } catch {
    // One that runs under another account keeps its mark; the start will say so.
    if (!isAlive(pid)) rmSync(join(folder, 'postmaster.pid'), { force: true })
    return
  }
  for (let attempt = 0; attempt < 200 && isAlive(pid); attempt += 1) await wait(50)
  if (isAlive(pid)) process.kill(pid, 'SIGQUIT')
}

function leftoverPid(folder: string): number | undefined {
  const file = join(folder, 'postmaster.pid')
  if (!existsSync(file)) return undefined
  const pid = Number(readFileSync(file, 'utf8').split('\n')[0])
  return Number.isInteger(pid) && pid > 1 && isPostgres(pid) ? pid : undefined
}

function isPostgres(pid: number): boolean {
  if (process.platform !== 'linux') return isAlive(pid)
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('postgres')
  } catch {
    return false
  }
}
