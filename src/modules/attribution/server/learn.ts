import type { Writer } from '../../../engine/warehouse.ts'
import {
  type ChannelCredit,
  type Ending,
  type RemovalEffect,
  removalEffects,
  shapley,
  type Transition,
  transitionChain,
} from '../../../methods/attribution.ts'
import type { Settings } from '../contract.ts'
import { firstLetter } from './channels.ts'
import { channelsOf, journeysFrom } from './path-mart.ts'
import { stepsSql } from './step-mart.ts'

/** What the data-driven models give each channel over all journeys; credits of single sales are shared by it. */
export async function learnShares(db: Writer, { markovOrder }: Settings): Promise<void> {
  await db.run(
    'create or replace table mart.channel_share (channel varchar, markov double, shapley double, removal double)',
  )
  const effects = await removal(db, markovOrder)
  const parts = await coalitions(db)
  if (effects.size === 0) return
  for (const [no, channel] of (await channelsOf(db)).entries()) {
    const effect = effects.get(no)
    await db.run('insert into mart.channel_share values ($1::varchar, $2, $3, $4)', [
      channel,
      effect?.conversions ?? 0,
      parts[no]!.conversions,
      effect?.removalEffect ?? 0,
    ])
  }
}

type Step = { state: string; next: string | null; times: number; sales: number }

const closed = `select path, (outcome = 'won')::integer as sales from mart.journey where path is not null`

/** By the steps of everybody, counted in the warehouse; what they hold of channels is read off their letters. */
async function removal(db: Writer, order: number): Promise<Map<number, RemovalEffect>> {
  const steps = await db.query<Step>(`
    select state, next, sum(times)::double as times, sum(sales)::double as sales from (
      select state, next, times, 0 as sales from mart.path_step
      union all from (${stepsSql(order, closed)}))
    group by all order by state, next`)
  const transitions: Transition[] = []
  const endings: Ending[] = []
  for (const { state, next, times, sales } of steps)
    if (next === null) endings.push({ channel: state, conversions: sales, value: 0, nulls: times - sales })
    else transitions.push({ from: state || null, to: next, count: times })
  const { channels } = removalEffects(transitionChain(transitions, endings, (state) => state))
  return new Map(channels.map((one) => [one.channel.charCodeAt(0) - firstLetter, one]))
}

/** Only sales are shared out, so journeys without one need not be looked at. */
const coalitions = async (db: Writer): Promise<ChannelCredit[]> =>
  shapley(
    await journeysFrom(
      db,
      `select path, count(*)::double as sales, 0::double as value, 0::double as nulls
       from mart.journey where outcome = 'won' and path is not null group by path order by path`,
    ),
  )
