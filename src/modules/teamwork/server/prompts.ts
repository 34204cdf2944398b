import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { versioned } from '../../../kernel/versions.ts'
import { teamwork } from '../contract.ts'
import { occasions, ourQuestions } from '../rules.ts'
import type { Occasion, PromptSets } from '../things/delegation.ts'
import { manages } from './rows.ts'

const kept = versioned({
  ...({ table: 'teamwork_prompts', name: 'sets', prefix: 'prm', what: 'the questions' } as const),
  first: ourQuestions,
  firstReason: 'As they come with the product',
  complete: (sets: PromptSets) => ({ ...ourQuestions, ...sets }),
})

/** The questions to ask on an occasion, before telling. */
export const promptFor = async (ctx: Ctx, occasion: Occasion): Promise<string[]> =>
  (await kept.current(ctx.db)).sets[occasion]

export async function prompts(ctx: Ctx) {
  const all = await kept.all(ctx.db)
  const { version, sets } = all[0]!
  return {
    version,
    sets: occasions.map(({ occasion, title }) => ({ occasion, title, questions: sets[occasion] })),
    versions: all.map(({ sets: then, ...one }) => ({ ...one, questions: Object.values(then).flat().length })),
    can: { change: manages(ctx) },
  }
}

export async function changePrompts(
  ctx: Ctx,
  { occasion, version, questions, reason }: In<typeof teamwork.changePrompts>,
) {
  await kept.requireCurrent(ctx.db, version)
  const { sets } = await kept.current(ctx.db)

  await kept.keep(ctx, { ...sets, [occasion]: questions }, { version, reason })
  const { title } = occasions.find((one) => one.occasion === occasion)!
  await ctx.record(teamwork.events.promptsChanged, 'prompts', { occasion: title, reason })

  return prompts(ctx)
}
