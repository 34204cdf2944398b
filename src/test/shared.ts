import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder of public reference data, beside the repository; undefined on a machine without it. */
export function sharedData(): string | undefined {
  const named = process.env.FULLSCORE_SHARED
  if (named) return named
  for (
    let folder = dirname(fileURLToPath(import.meta.url));
    folder !== dirname(folder);
    folder = dirname(folder)
  ) {
    const found = join(folder, '..', 'shared', 'data')
    if (existsSync(join(found, 'README.md'))) return found
  }
  if (process.env.CI === 'true')
    throw new Error('The shared reference data is missing, and CI must not skip it.')
  console.warn('Skipped: the shared reference data is not on this machine.')
  return undefined
}
