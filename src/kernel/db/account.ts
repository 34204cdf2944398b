import { execFileSync } from 'node:child_process'
import { accessSync, constants, lchownSync, lstatSync, readdirSync, statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'

/** PostgreSQL refuses to run as root; it then runs under this unprivileged account. */
export type Account = { uid: number; gid: number }

/** The account for the database server: none when we are not root, else `postgres` or `nobody`. */
export function databaseAccount(): Account | undefined {
  if (process.getuid?.() !== 0) return undefined
  for (const name of ['postgres', 'nobody']) {
    try {
      const uid = Number(execFileSync('id', ['-u', name], { stdio: ['ignore', 'pipe', 'ignore'] }))
      const gid = Number(execFileSync('id', ['-g', name], { stdio: ['ignore', 'pipe', 'ignore'] }))
      return { uid, gid }
    } catch {
      // the account does not exist here; try the next one
    }
  }
  return { uid: 65534, gid: 65534 }
}

/** Can an account that is neither owner nor group reach this path through all its parents? */
export function isOpenToOthers(path: string): boolean {
  for (let folder = dirname(resolve(path)); ; folder = dirname(folder)) {
    if ((statSync(folder).mode & 0o001) === 0) return false
    if (folder === dirname(folder)) return true
  }
}

/** Give a folder and all in it to the account. */
export function giveTo(account: Account | undefined, path: string): void {
  if (!account) return
  lchownSync(path, account.uid, account.gid)
  if (!lstatSync(path).isDirectory()) return
  for (const name of readdirSync(path)) giveTo(account, join(path, name))
}

/**
 * The words to put before a command so that it runs under the account. When a parent of what it must read is closed
 * to others (a data folder below /root, a private temporary folder), the process keeps the one capability to walk
 * through folders, or else runs in a user namespace of its own.
 */
export function underAccount(account: Account | undefined, paths: string[]): string[] {
  if (!account) return []
  const ids = ['setpriv', `--reuid=${account.uid}`, `--regid=${account.gid}`, '--clear-groups']
  if (paths.every(isOpenToOthers)) return ids
  return [...ids, '--inh-caps=+dac_read_search', '--ambient-caps=+dac_read_search']
}

/** Is the helper command there? Without it (not Linux) root cannot run the embedded server. */
export function hasCommand(name: string): boolean {
  return (process.env.PATH ?? '').split(':').some((folder) => {
    try {
      accessSync(join(folder, name), constants.X_OK)
      return true
    } catch {
      return false
    }
  })
}
