import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Company, startCompany } from '../../test/company.ts'
import { identity } from '../identity/contract.ts'
import { search } from '../search/contract.ts'
import { availability } from './contract.ts'

let northwind: Company
beforeAll(async () => {
  northwind = await startCompany({ work: false, clock: () => new Date('2026-05-20T09:00:00Z') })
})
afterAll(() => northwind.close())

test('a skill is stated by oneself and confirmed by the manager; another level is confirmed anew', async () => {
  const { as, ids } = northwind
  const { id: skillId } = await as('ana')(availability.addSkill, { name: 'Copywriting' })
  const which = { id: ids.kai, skillId }
  const stated = await as('kai')(availability.stateSkill, { ...which, level: 3, version: 0 })
  expect(stated).toMatchObject({ stated: 3, confirmed: null })
  const confirmed = await as('pia')(availability.confirmSkill, {
    ...which,
    level: 2,
    version: stated.version,
  })
  expect(confirmed).toMatchObject({ stated: 3, confirmed: 2, confirmedBy: 'Pia Novak' })
  const again = await as('kai')(availability.stateSkill, { ...which, level: 4, version: confirmed.version })
  expect(again).toMatchObject({ stated: 4, confirmed: null, confirmedBy: null })

  const one = { ...which, level: 1 }
  await expect(as('kai')(availability.stateSkill, { ...one, version: 0 })).rejects.toThrow(/since you opened/)
  await expect(as('pia')(availability.stateSkill, { ...one, version: again.version })).rejects.toThrow(
    /their own skills/,
  )
  await expect(as('kai')(availability.confirmSkill, { ...one, version: again.version })).rejects.toThrow(
    /manager/,
  )
  await expect(as('vera')(availability.confirmSkill, { ...one, version: again.version })).rejects.toThrow(
    /manager/,
  )
  await expect(as('kai')(availability.stateSkill, { ...one, level: 9, version: 3 })).rejects.toThrow(
    /at most 4/,
  )
})

test('a skill taken off the list comes back with what was stated; no two have one name', async () => {
  const { as } = northwind
  const [skill] = (await as('ana')(availability.skills, {})).skills
  await expect(as('ana')(availability.addSkill, { name: ' copyWRITING ' })).rejects.toThrow(
    /Copywriting already/,
  )
  await as('ana')(availability.removeSkill, { id: skill!.id })
  expect(await as('kai')(availability.skills, {})).toMatchObject({ skills: [], held: [] })
  await as('ana')(availability.restoreSkill, { id: skill!.id })
  expect((await as('kai')(availability.skills, {})).held).toMatchObject([{ stated: 4 }])
  await expect(as('kai')(availability.addSkill, { name: 'Juggling' })).rejects.toThrow(/availability:manage/)
})

test('capacity is found by skill and by hub', async () => {
  const { as, ids } = northwind
  const [skill] = (await as('ana')(availability.skills, {})).skills
  const hub = await as('ana')(availability.addHub, { name: 'Studio', peopleIds: [ids.cleo, ids.kai] })
  const namesOf = async (asked: object) =>
    (await as('vera')(availability.capacity, { weeks: 1, ...asked })).people.map((one) => one.name)
  expect(await namesOf({ skillId: skill!.id })).toEqual(['Kai Okafor'])
  expect(await namesOf({ hubId: hub.id })).toEqual(['Cleo Park', 'Kai Okafor'])
  expect(await namesOf({ hubId: hub.id, roleId: 'creator' })).toEqual(['Kai Okafor'])
  await as('ana')(availability.removeHub, { id: hub.id })
})

test('a hub serves teams; a team without one is named, and a team that goes leaves its hubs', async () => {
  const { as, ids } = northwind
  const teams = []
  for (const name of ['Demand', 'Brand'])
    teams.push(await as('ana')(identity.addTeam, { name, purpose: '', leadId: null, members: [ids.kai] }))
  const [demand, brand] = teams
  const said = { name: 'Hub North', region: 'Europe', scale: 'enterprise' as const, leadId: ids.cleo }
  const hub = await as('ana')(availability.addHub, {
    ...said,
    peopleIds: [ids.cleo, ids.kai],
    teamIds: [demand!.id],
  })
  expect(hub).toMatchObject({ scale: 'enterprise', lead: { name: 'Cleo Park' }, teams: [{ name: 'Demand' }] })
  const shown = await as('kai')(availability.hubs, {})
  expect(shown).toMatchObject({ unserved: [{ name: 'Brand' }], items: [{ available: 80 * 60 }] })
  expect((await as('kai')(search.find, { words: 'hub north' })).hits).toMatchObject([{ kind: 'Hub' }])

  const both = await Promise.allSettled(
    [demand!.id, brand!.id].map((id) =>
      as('ana')(availability.changeHub, {
        id: hub.id,
        ...said,
        peopleIds: [],
        teamIds: [id],
        version: hub.version,
      }),
    ),
  )
  expect(both.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected'])
  for (const team of teams) await as('ana')(identity.removeTeam, { id: team.id })
  expect((await as('kai')(availability.hubs, {})).items).toMatchObject([{ teams: [] }])
})

test('a hub of guests, of nobody known, or under a taken name is refused', async () => {
  const { as, ids } = northwind
  await expect(as('ana')(availability.addHub, { name: 'hub north' })).rejects.toThrow(
    /a hub Hub North already/,
  )
  await expect(as('ana')(availability.addHub, { name: 'X', peopleIds: [ids.gus] })).rejects.toThrow(
    /does not work here/,
  )
  await expect(as('ana')(availability.addHub, { name: 'X', teamIds: ['none'] })).rejects.toThrow(
    /does not exist any more/,
  )
  await expect(as('kai')(availability.addHub, { name: 'X' })).rejects.toThrow(/availability:manage/)
  await expect(as('ana')(availability.addHub, { name: 'A\u202eB' })).rejects.toThrow(/control characters/)
  expect((await as('ana')(availability.hubs, {})).items).toHaveLength(1)
})
