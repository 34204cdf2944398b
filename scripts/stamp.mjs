import { createHash } from 'node:crypto'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './root.mjs'

/** A short hash of the names, sizes and times of all files below the paths: it changes when a source does. */
export function stampOf(paths) {
  const hash = createHash('sha256')
  for (const path of paths) add(hash, join(root, path))
  return hash.digest('hex').slice(0, 16)
}

function add(hash, path) {
  if (!existsSync(path)) return
  const found = statSync(path)
  if (!found.isDirectory()) return hash.update(`${path}\0${found.size}\0${found.mtimeMs}\n`)
  for (const name of readdirSync(path).sort()) if (!/\.test\.tsx?$/.test(name)) add(hash, join(path, name))
}
