import type { Ctx } from '../../../kernel/ctx.ts'
import { service } from '../../../kernel/service.ts'

type Reckoner = (ctx: Ctx, itemIds: readonly string[], minutes: number) => Promise<number | null>

/** By how many points what is in a sprint moves the vision share; said by whoever reckons that share. */
export class SprintPrices {
  #reckon: Reckoner | null = null

  reckonedBy(reckon: Reckoner): void {
    this.#reckon = reckon
  }
  async of(ctx: Ctx, itemIds: readonly string[], minutes: number): Promise<number | null> {
    return this.#reckon ? this.#reckon(ctx, itemIds, minutes) : null
  }
}

export const sprintPrices = service<SprintPrices>('sprints.prices')
