import type { Ctx } from '../../../kernel/ctx.ts'
import { service } from '../../../kernel/service.ts'
import type { Hit } from '../contract.ts'

/** How many of a kind are shown. */
export const most = 6

export type Found = Pick<Hit, 'id' | 'title' | 'path'> & { hint?: string | null }

/** Records of one kind. `find` answers only what the asker may read; `pattern` is for ILIKE. */
export type Searched = { kind: string; find(ctx: Ctx, pattern: string): Promise<Found[]> }

/** The kinds of all modules, in their order. */
export class SearchedKinds {
  #kinds: Searched[] = []

  register(...kinds: Searched[]): void {
    this.#kinds.push(...kinds)
  }

  async find(ctx: Ctx, pattern: string): Promise<Hit[]> {
    const hits: Hit[] = []
    for (const { kind, find } of this.#kinds)
      for (const { hint, ...found } of (await find(ctx, pattern)).slice(0, most))
        hits.push({ ...found, kind, hint: hint ?? '' })
    return hits
  }
}

export const searched = service<SearchedKinds>('searched')
