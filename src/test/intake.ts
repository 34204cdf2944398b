import { type Actor, anonymous } from '../kernel/actor.ts'
import type { Asked } from '../kernel/contract.ts'
import { perform } from '../kernel/perform.ts'
import { intake } from '../modules/intake/contract.ts'
import type { Company } from './company.ts'

export type Clock = { now: Date }
export const visitor: Actor = anonymous

/** What a visitor says, in all but what is said. */
export const said = {
  ...{ title: 'A leaflet for the spring fair', purpose: 'Visitors take something home' },
  ...{ hurry: 'The fair is in six weeks', impact: 'Two hundred conversations', asker: 'Nora Field' },
  ...{ email: 'nora@field.example', department: 'Sales' },
}

/** As the web door would take it: from an address, without an account. */
export const knock = (company: Company, address = '203.0.113.7') =>
  (async (route, input) =>
    perform(company.app, route, input, { actor: visitor, via: 'test', address })) as Company['ask']

/** A visitor opens the form, types for a minute, and sends it; answers the link to follow it. */
export async function filed(company: Company, clock: Clock, more: Partial<Asked<typeof intake.file>> = {}) {
  const ask = knock(company, `203.0.113.${Math.floor(Math.random() * 250)}`)
  const { types } = await ask(intake.door, {})
  const type = types[0]!
  const { ticket } = await ask(intake.openForm, {})
  clock.now = new Date(clock.now.getTime() + 60_000)
  const { path, number } = await ask(intake.file, {
    ...{ ...said, typeId: type.id, typeVersion: type.version, ticket },
    ...more,
  })
  return { token: path.split('/').at(-1)!, number, ask }
}
