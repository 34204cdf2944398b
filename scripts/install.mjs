import { spawnSync } from 'node:child_process'
import { existsSync, lstatSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './root.mjs'

const read = (file) => JSON.parse(readFileSync(join(root, file), 'utf8'))

/** Is every package that package-lock.json names in node_modules, in that version? */
export function isInstalled({ dev = false } = {}) {
  if (!existsSync(join(root, 'node_modules/.package-lock.json'))) return false
  const there = read('node_modules/.package-lock.json').packages
  return Object.entries(read('package-lock.json').packages).every(([path, wanted]) => {
    if (path === '' || wanted.optional || wanted.devOptional || (wanted.dev && !dev)) return true
    return there[path]?.version === wanted.version
  })
}

/** Run `npm ci` when something is missing. A linked node_modules belongs to somebody else and is left alone. */
export function installMissing({ dev = false } = {}) {
  const folder = join(root, 'node_modules')
  if (existsSync(folder) && lstatSync(folder).isSymbolicLink()) return
  if (isInstalled({ dev })) return
  console.error('Installing what is missing …')
  const more = ['--no-audit', '--no-fund', ...(dev ? ['--include=dev'] : [])]
  if (npm(['ci', ...more])) return
  console.error('npm ci did not work here; trying npm install …')
  if (npm(['install', '--no-save', ...more])) return
  console.error('The packages could not be installed; what npm printed above says why. Nothing was started.')
  process.exit(1)
}

const npm = (args) =>
  spawnSync('npm', args, { cwd: root, stdio: ['ignore', 2, 2], shell: process.platform === 'win32' })
    .status === 0
