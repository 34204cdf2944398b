import { holds } from '../../../kernel/actor.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { Problem } from '../../../kernel/errors.ts'
import { whyNotTogether } from '../../budget/server/index.ts'
import type { Conflict } from '../contract.ts'
import { conflictsOf, gainOf, isChanged, movesOf, whyNotRated, whyNotSum } from '../rules.ts'
import { gainsIn } from './gains.ts'
import type { Standing } from './reading.ts'

/** Everything that stands against adopting a scenario now; limits are those of whoever asks, where they decide. */
export async function conflictsIn(ctx: Ctx, { pairs, frame }: Standing): Promise<Conflict[]> {
  const found = pairs.flatMap((pair) => conflictsOf(pair, frame))
  const limit = await limitOf(ctx, { pairs, frame })
  return [...(await sumOf(ctx, { pairs, frame })), ...(limit ? [limit] : []), ...found]
}

async function sumOf(ctx: Ctx, standing: Pick<Standing, 'pairs' | 'frame'>): Promise<Conflict[]> {
  const { frame } = standing
  if (frame.state === 'draft') return []
  const { gains, unrated } = await gainsIn(ctx, standing)
  const total = whyNotSum(movesOf(gains).short, frame)
  return [...whyNotRated(unrated, frame), ...(total ? [total] : [])]
}

async function limitOf(
  ctx: Ctx,
  { pairs, frame }: Pick<Standing, 'pairs' | 'frame'>,
): Promise<Conflict | null> {
  if (!holds(ctx.actor, 'budget:decide')) return null
  const touched = pairs.filter(isChanged)
  const moved = touched
    .map((pair) => ({ minor: -gainOf(pair, frame.state), currency: pair.currency }))
    .filter((one) => one.minor > 0)
  const says = await whyNotTogether(ctx, { moved, lines: touched }).catch(sentenceOf)
  return says === null ? null : { kind: 'limit', id: null, name: frame.label, says }
}

/** A rate that is missing today is a conflict like any other; what is no refusal goes on up. */
function sentenceOf(error: unknown): string {
  if (error instanceof Problem && error.code === 'invalid') return error.message
  throw error
}
