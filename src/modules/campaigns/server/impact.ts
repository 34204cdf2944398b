import type { Ctx } from '../../../kernel/ctx.ts'
import { service } from '../../../kernel/service.ts'
import type { Brief } from '../contract.ts'

type Asked = { campaignId: string; before: Brief; after: Brief }

/** What a change of a brief does to what a module above keeps of the campaign, as lines of its impact. */
export type ChangeImpact = (ctx: Ctx, asked: Asked) => Promise<string[]>

/** The impacts of all modules. */
export class Impacts {
  #all: ChangeImpact[] = []

  register(impact: ChangeImpact): void {
    this.#all.push(impact)
  }

  async linesOf(ctx: Ctx, asked: Asked): Promise<string[]> {
    const lines: string[] = []
    for (const one of this.#all) lines.push(...(await one(ctx, asked)))
    return lines
  }
}

export const changeImpacts = service<Impacts>('campaigns.changeImpacts')
