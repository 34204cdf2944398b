import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { conflict } from '../../../kernel/errors.ts'
import { versioned } from '../../../kernel/versions.ts'
import { type Question, questionnaire } from '../contract.ts'
import { ownQuestions } from '../rules.ts'

export const sets = versioned<'questions', Question[]>({
  table: 'questionnaire_sets',
  name: 'questions',
  prefix: 'qst',
  what: 'the questions',
  first: ownQuestions,
  firstReason: 'As they come with the product',
})

export async function questions(ctx: Ctx) {
  const versions = await sets.all(ctx.db)
  return { current: versions[0]!, versions }
}

/** The questions of one version. */
export async function questionsOf(ctx: Ctx, version: number): Promise<Question[]> {
  return (await sets.all(ctx.db)).find((one) => one.version === version)?.questions ?? ownQuestions
}

export async function changeQuestions(
  ctx: Ctx,
  { version, questions: said, reason }: In<typeof questionnaire.changeQuestions>,
) {
  await sets.requireCurrent(ctx.db, version)
  if (JSON.stringify((await sets.current(ctx.db)).questions) === JSON.stringify(said))
    throw conflict('These are the questions in force; there is nothing to change.')

  const kept = await sets.keep(ctx, said, { reason, version })
  await ctx.record(questionnaire.events.questionsChanged, String(kept.version), { reason })

  return kept
}
