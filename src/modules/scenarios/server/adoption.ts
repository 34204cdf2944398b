import type { Edit } from '../../budget/contract.ts'

/** What an adoption did to the budget, kept so that it can be taken back as long as nothing moved since. */
export type Adoption = {
  /** The lines it touched, with the version each had when it was done. */
  versions: { id: string; version: number }[]
  undo: Edit[]
  /** Lines it added, and lines it removed. */
  added: string[]
  dropped: string[]
  /** Budget it moved, as it was given and as it came. */
  moves: { fromId: string; toId: string; minor: number; toMinor: number }[]
  /** What each line gained. */
  gains: { lineId: string; minor: number }[]
}
