import { system } from '../../../kernel/actor.ts'
import type { App } from '../../../kernel/app.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { job } from '../../../kernel/module.ts'
import { retrying, transact } from '../../../kernel/perform.ts'
import { dayIn } from '../../../methods/fiscal.ts'
import { isToBeReminded } from '../../departments/rules.ts'
import type { Need } from '../../identity/contract.ts'
import { organisation } from '../../imports/server/index.ts'
import { remindOf } from './actions.ts'
import { openOf, requireRound } from './show.ts'

/** What waits for the asker’s answers. */
export async function needsOfQuestionnaire(ctx: Ctx): Promise<Need[]> {
  const { personId } = ctx.actor
  if (!personId) return []
  return (await openOf(ctx, personId)).map((one) => ({
    title: `Answer for ${one.client}: what is ${one.quarter.label} for?`,
    why: `${one.answered} of ${one.questions} questions are answered.`,
    ...{ link: `/questionnaires/${one.id}`, due: one.dueOn },
  }))
}

const call = { actor: system('questionnaire'), via: 'job' }

/** Once a day; each in a transaction of its own, and marked in it, so that running twice reminds once. */
async function remindAll(app: App): Promise<void> {
  const open = await app.db
    .selectFrom('questionnaire_rounds')
    .select('id')
    .where('submitted_at', 'is', null)
    .execute()
  for (const { id } of open)
    await retrying(() => transact(app, call, 'a reminder', (ctx) => remindWhere(ctx, id)))
}

async function remindWhere(ctx: Ctx, id: string): Promise<void> {
  const row = await requireRound(ctx, id)
  const today = dayIn((await organisation(ctx.db)).zone, ctx.now)
  if (row.submitted_at === null && isToBeReminded({ ...row, state: 'asked' }, today))
    await remindOf(ctx, row, today)
}

export const remindOfQuestionnaires = job<Record<string, never>>('questionnaire.remind', remindAll, {
  every: '20 6 * * *',
})
