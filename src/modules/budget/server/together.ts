import type { Ctx } from '../../../kernel/ctx.ts'
import { missing } from '../../../kernel/errors.ts'
import { organisation } from '../../imports/server/index.ts'
import { carrying, whyNotUnder } from '../rules.ts'
import { authoritiesOf } from './authorities.ts'
import type { DecisionRow } from './authority-tables.ts'
import { accountsOf } from './books.ts'
import { type Deed, log } from './decisions.ts'
import { inOwn, today } from './money.ts'

/** What is decided together: how much is moved in all, and on lines of which kinds and campaigns. */
type Together = {
  moved: readonly { minor: number; currency: string }[]
  lines: readonly { kind: string; campaign: string }[]
}

/**
 * Why no authority of the asker carries many moves as one decision; null when one does. Their sum is held against the
 * limits, so that none is passed in slices.
 */
export async function whyNotTogether(ctx: Ctx, { moved, lines }: Together): Promise<string | null> {
  if (!ctx.actor.personId) return 'A decision is a person’s: sign in under your own name.'
  const day = await today(ctx)
  const { currency } = await organisation(ctx.db)
  let minor = 0
  for (const part of moved) minor += (await inOwn(ctx, part.minor, part.currency, day)).minor
  const found = carrying(await authoritiesOf(ctx), (one) => {
    for (const { kind, campaign } of lines) {
      const objection = whyNotUnder(one, { minor, currency, kind, campaign, today: day })
      if (objection)
        return objection.replace(
          / Pass it up with a reason\..*|(?<=within\.) Pass it up .*$/,
          ' Ask whoever controls the budget.',
        )
    }
    return null
  })
  return 'objection' in found ? found.objection : null
}

type Change = {
  lineId: string
  verdict: Extract<DecisionRow['verdict'], 'adopted' | 'taken back'>
  subject: string
  what: string
  /** What the line gains, below nothing what it gives, in its currency. */
  minor: number
  reason: string
}

/** Changes of lines that were decided at once; transfers are on the log by themselves. */
export async function logChanges(ctx: Ctx, changes: readonly Change[]): Promise<void> {
  const accounts = await accountsOf(
    ctx,
    changes.map((one) => one.lineId),
  )
  const [authority] = await authoritiesOf(ctx)
  const deeds: Deed[] = []
  for (const { lineId, minor, ...said } of changes) {
    const account = accounts.get(lineId)
    if (!account) throw missing('This budget line')
    const { currency } = account.line
    const own = await inOwn(ctx, Math.abs(minor), currency, await today(ctx))
    const about = { ...said, minor: Math.abs(minor), currency, own, takes: minor, account }
    deeds.push({ ...about, ...(authority ? { authority } : {}) })
  }
  await log(ctx, ...deeds)
}
