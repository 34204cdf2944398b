import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import type { Effect, scenarios } from '../contract.ts'

export async function effects(_ctx: Ctx, _asked: In<typeof scenarios.effects>) {
  return { items: [] as Effect[], notes: [] as string[] }
}
