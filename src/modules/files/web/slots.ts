import { slot } from '../../../ui/slot.ts'
import type { FileThing } from '../contract.ts'

/** Buttons beside a file that is looked at. */
export const fileSlot = slot<{ file: FileThing }>()
