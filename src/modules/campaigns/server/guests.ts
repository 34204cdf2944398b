import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { invalid, missing } from '../../../kernel/errors.ts'
import { notify } from '../../activity/server/index.ts'
import { directory, holdersOf, knownPermissions } from '../../identity/server/index.ts'
import { campaigns, type Given } from '../contract.ts'
import { standingOf } from '../rules.ts'
import { around, requireCampaign } from './records.ts'
import { show } from './show.ts'
import type { CampaignRow } from './tables.ts'

export async function guestsOf(ctx: Ctx, id: string): Promise<string[]> {
  const rows = await ctx.db.selectFrom('campaigns_guests').selectAll().where('campaign_id', '=', id).execute()
  return rows.map((row) => row.person_id)
}

/** Those who see nothing but what they were given. */
async function possibleGuests(ctx: Ctx): Promise<string[]> {
  const known = knownPermissions(ctx)
  const readers = new Set(await holdersOf(ctx.db, 'campaigns:read', known))
  return (await holdersOf(ctx.db, 'campaigns:guest', known)).filter((id) => !readers.has(id))
}

export async function guestChoices(ctx: Ctx) {
  const { rows } = await directory(ctx)
  const ids = await possibleGuests(ctx)
  return { people: ids.map((id) => ({ id, name: rows.get(id)?.name ?? id })) }
}

export async function setGuests(ctx: Ctx, { id, people }: In<typeof campaigns.setGuests>) {
  const row = await requireCampaign(ctx, id)
  const before = await guestsOf(ctx, id)
  const possible = [...(await possibleGuests(ctx)), ...before]
  if (people.some((one) => !possible.includes(one)))
    throw invalid('A campaign is given to guests; everybody else with the right sees it anyway.')

  for (const one of before)
    if (!people.includes(one)) await ctx.delete('campaigns_guests', { campaign_id: id, person_id: one })
  for (const one of new Set(people))
    if (!before.includes(one)) {
      await ctx.insert('campaigns_guests', { campaign_id: id, person_id: one })
      await notify(ctx, one, {
        title: `You were given the brief of ${row.name}`,
        why: `${ctx.actor.name} gave it to you.`,
        link: `/campaigns/${id}`,
      })
    }
  await ctx.record(campaigns.events.guestsSet, id, { name: row.name })

  return show(ctx, { id })
}

async function toGiven(ctx: Ctx): Promise<(row: CampaignRow) => Given> {
  const { nameOf, today } = await around(ctx)
  return (row) => {
    const { startsOn, endsOn, audience, exclusions, message, offer, channels, agency } = row.brief
    return {
      id: row.id,
      name: row.name,
      level: row.level,
      owner: nameOf(row.owner_id),
      standing: standingOf({ state: row.state, startsOn, endsOn }, today),
      brief: { startsOn, endsOn, audience, exclusions, message, offer, channels, agency },
    }
  }
}

const givenTo = (ctx: Ctx) =>
  ctx.db
    .selectFrom('campaigns_records as campaign')
    .innerJoin('campaigns_guests as guest', 'guest.campaign_id', 'campaign.id')
    .where('guest.person_id', '=', ctx.actor.personId ?? '')
    .selectAll('campaign')
    .orderBy('campaign.name')

export async function given(ctx: Ctx) {
  return { items: (await givenTo(ctx).execute()).map(await toGiven(ctx)) }
}

export async function givenBrief(ctx: Ctx, { id }: { id: string }) {
  const row = await givenTo(ctx).where('campaign.id', '=', id).executeTakeFirst()
  if (!row) throw missing('This campaign')
  return (await toGiven(ctx))(row)
}
