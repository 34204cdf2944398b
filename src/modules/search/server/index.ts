import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { holding } from '../../../kernel/db/like.ts'
import { defineModule } from '../../../kernel/module.ts'
import { search } from '../contract.ts'
import { askedFor } from '../rules.ts'
import { SearchedKinds, searched } from './kinds.ts'

export { type Found, most, type Searched, searched } from './kinds.ts'

async function find(ctx: Ctx, { words }: In<typeof search.find>) {
  const asked = askedFor(words)
  return { hits: asked ? await ctx.use(searched).find(ctx, holding(asked)) : [] }
}

export const searchModule = defineModule(
  search,
  { find },
  {
    provide: (app) => app.services.provide(searched, new SearchedKinds()),
  },
)
