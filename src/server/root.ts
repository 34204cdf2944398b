import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder of the package, found from wherever this file was bundled to. */
export const packageRoot: string = above(dirname(fileURLToPath(import.meta.url)))

export const version: string = JSON.parse(readFileSync(join(packageRoot, 'package.json'), 'utf8')).version

function above(folder: string): string {
  if (existsSync(join(folder, 'package.json'))) return folder
  const parent = dirname(folder)
  if (parent === folder) throw new Error('The package.json of Fullscore is missing above its program files.')
  return above(parent)
}
