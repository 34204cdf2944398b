import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { conflict, invalid } from '../../../kernel/errors.ts'
import {
  allListed,
  guestChoices,
  guestsOf,
  requireCampaign,
  setGuests,
} from '../../campaigns/server/index.ts'
import { agencies } from '../contract.ts'
import { whyNotSpan } from '../rules.ts'
import { allAgencies, givenTo, peopleOf, requireAgency, requireVersion } from './records.ts'
import { show } from './show.ts'

type Said = Omit<In<typeof agencies.add>, 'people'>

async function requireSaid(ctx: Ctx, { name, ...span }: Said, id?: string): Promise<void> {
  const objection = whyNotSpan(span)
  if (objection) throw invalid(objection)
  const same = (await allAgencies(ctx)).find((row) => row.name.toLowerCase() === name.toLowerCase())
  if (same && same.id !== id) throw conflict(`There is an agency called ${same.name} already.`)
}

const toRow = ({ name, note, fromOn, untilOn }: Said) => ({
  ...{ name, note, from_on: fromOn, until_on: untilOn },
})

export async function add(ctx: Ctx, { people, ...said }: In<typeof agencies.add>) {
  await requireSaid(ctx, said)

  const row = await ctx.insert('agencies_records', {
    ...{ id: ctx.id('agc'), ...toRow(said), version: 1 },
    ...{ created_by: ctx.actor.name, created_at: ctx.now },
  })
  await setPeople(ctx, row.id, people)
  await ctx.record(agencies.events.added, row.id, { name: row.name })

  return show(ctx, { id: row.id })
}

export async function change(ctx: Ctx, { id, version, people, ...said }: In<typeof agencies.change>) {
  const row = await requireAgency(ctx, id)
  requireVersion(row, row.name, version)
  await requireSaid(ctx, said, id)

  await ctx.update('agencies_records', id, { ...toRow(said), version: version + 1 })
  await setPeople(ctx, id, people)
  await ctx.record(agencies.events.changed, id, { name: said.name })

  return show(ctx, { id })
}

/** Who leaves an agency loses the briefs it has, and who joins it gets them. */
async function setPeople(ctx: Ctx, agencyId: string, people: readonly string[]): Promise<void> {
  const before = await peopleOf(ctx, agencyId)
  const joined = [...new Set(people)].filter((one) => !before.includes(one))
  const left = before.filter((one) => !people.includes(one))
  if (joined.length > 0) await requireFree(ctx, joined)
  for (const one of left) await ctx.delete('agencies_people', { person_id: one })
  for (const one of joined) await ctx.insert('agencies_people', { person_id: one, agency_id: agencyId })
  if (joined.length + left.length === 0) return
  for (const { campaign_id: id } of await givenTo(ctx, agencyId)) await share(ctx, id, { joined, left })
}

async function requireFree(ctx: Ctx, ids: readonly string[]): Promise<void> {
  const guests = (await guestChoices(ctx)).people
  const taken = await ctx.db
    .selectFrom('agencies_people')
    .selectAll()
    .where('person_id', 'in', [...ids])
    .execute()
  if (ids.some((id) => !guests.some((one) => one.id === id)))
    throw invalid('The people of an agency are guests. Invite them as guests on the page of people first.')
  const [first] = taken
  if (!first) return
  const { name } = await requireAgency(ctx, first.agency_id)
  const who = guests.find((one) => one.id === first.person_id)?.name
  throw conflict(`${who} belongs to ${name}. Take them out there first.`)
}

type Others = { joined?: readonly string[]; left?: readonly string[] }

/** A campaign’s guests with those who come and without those who go. */
async function share(ctx: Ctx, id: string, { joined = [], left = [] }: Others): Promise<void> {
  const before = await guestsOf(ctx, id)
  const people = [...new Set([...before, ...joined])].filter((one) => !left.includes(one))
  if (people.length !== before.length || people.some((one) => !before.includes(one)))
    await setGuests(ctx, { id, people })
}

/** Those of an agency who are guests still. */
async function presentOf(ctx: Ctx, agencyId: string): Promise<string[]> {
  const guests = new Set((await guestChoices(ctx)).people.map((one) => one.id))
  return (await peopleOf(ctx, agencyId)).filter((id) => guests.has(id))
}

type Both = In<typeof agencies.giveCampaign>

export async function giveCampaign(ctx: Ctx, { id, campaignId }: Both) {
  const row = await requireAgency(ctx, id)
  const campaign = await requireCampaign(ctx, campaignId)
  if (campaign.state === 'stopped') throw conflict(`${campaign.name} was stopped; nobody works on it.`)
  if ((await givenTo(ctx, id)).some((one) => one.campaign_id === campaignId))
    throw conflict(`${row.name} has ${campaign.name} already.`)

  const which = { agency_id: id, campaign_id: campaignId }
  const said = { given_by: ctx.actor.name, given_at: ctx.now, ended_at: null }
  const again = await ctx.update('agencies_campaigns', which, said)
  if (!again) await ctx.insert('agencies_campaigns', { ...which, ...said })
  await share(ctx, campaignId, { joined: await presentOf(ctx, id) })
  await ctx.record(agencies.events.campaignGiven, id, { name: row.name, campaign: campaign.name })

  return show(ctx, { id })
}

export async function takeCampaign(ctx: Ctx, { id, campaignId }: Both) {
  const row = await requireAgency(ctx, id)
  const campaign = await requireCampaign(ctx, campaignId)
  if (!(await givenTo(ctx, id)).some((one) => one.campaign_id === campaignId))
    throw conflict(`${row.name} does not have ${campaign.name}.`)

  await ctx.update('agencies_campaigns', { agency_id: id, campaign_id: campaignId }, { ended_at: ctx.now })
  await share(ctx, campaignId, { left: await peopleOf(ctx, id) })
  await ctx.record(agencies.events.campaignTaken, id, { name: row.name, campaign: campaign.name })

  return show(ctx, { id })
}

export async function choices(ctx: Ctx) {
  const taken = await ctx.db.selectFrom('agencies_people').select('person_id').execute()
  const ids = new Set(taken.map((row) => row.person_id))
  const open = (await allListed(ctx)).filter((one) => one.state !== 'stopped')
  return {
    people: (await guestChoices(ctx)).people.filter((one) => !ids.has(one.id)),
    campaigns: open.map(({ id, name, standing }) => ({ id, name, standing })),
  }
}
