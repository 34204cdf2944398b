import { slot } from '../../../ui/slot.ts'
import type { ModelId } from '../contract.ts'

/** Beside the model whose credit is shown. */
export const creditSlot = slot<{ model: ModelId }>()
