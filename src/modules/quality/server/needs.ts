import { holds } from '../../../kernel/actor.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import type { Need } from '../../identity/contract.ts'
import { openFindings } from './findings.ts'

/** Problems in the data, one line each for the worst three. */
export async function needsOfQuality(ctx: Ctx): Promise<Need[]> {
  if (!holds(ctx.actor, 'quality:manage')) return []
  const problems = (await openFindings(ctx)).filter((one) => one.severity === 'problem')
  const shown = problems
    .slice(0, 3)
    .map((one) => ({ title: one.title, why: one.says, link: `/findings#${one.id}` }))
  const rest = problems.length - shown.length
  return rest > 0
    ? [...shown, { title: `${rest} more findings`, why: 'The data has more that is odd.', link: '/findings' }]
    : shown
}
