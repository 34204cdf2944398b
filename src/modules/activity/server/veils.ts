import type { Ctx } from '../../../kernel/ctx.ts'
import { service } from '../../../kernel/service.ts'

/** Among these ids of records, those that the asker may not see. */
export type Veil = (ctx: Ctx, ids: readonly string[]) => Promise<readonly string[]>

/** Where modules above say of which records the feed is silent, and to whom. */
export class Veils {
  #veils: Veil[] = []

  add(...veils: Veil[]): void {
    this.#veils.push(...veils)
  }

  async hidden(ctx: Ctx, ids: readonly string[]): Promise<Set<string>> {
    const all = new Set<string>()
    for (const veil of this.#veils) for (const id of await veil(ctx, ids)) all.add(id)
    return all
  }
}

export const veils = service<Veils>('activity.veils')
