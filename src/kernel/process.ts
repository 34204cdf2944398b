import { basename } from 'node:path'

/** Does a process run? One of another account may not be asked, and runs. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** What tells one version of the program from the next: a build has a folder of its own, named by its sources. */
export const program = basename(import.meta.dirname)
