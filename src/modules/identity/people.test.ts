import { afterAll, beforeAll, expect, test } from 'vitest'
import { anonymous } from '../../kernel/actor.ts'
import { actorSource } from '../../kernel/http/server.ts'
import { type Company, startCompany } from '../../test/company.ts'
import { identity } from './contract.ts'

let company: Company
beforeAll(async () => {
  company = await startCompany()
})
afterAll(() => company.close())

const roleOf = async (id: string) => {
  const role = (await company.as('ana')(identity.roles, {})).roles.find((one) => one.id === id)
  if (!role) throw new Error(`no role ${id}`)
  return role
}
const give = async (id: string, add: string[]) => {
  const role = await roleOf(id)
  return company.as('ana')(identity.changeRole, {
    id,
    version: role.version,
    permissions: [...role.permissions, ...add],
  })
}
const bearer = async (key: string) =>
  (await company.app.services.use(actorSource)(new Headers({ authorization: `Bearer ${key}` }))) ?? anonymous

test('the manager sees the people and may not manage them', async () => {
  const { people } = await company.as('marco')(identity.people, {})
  expect(people.map((person) => person.name)).toContain('Ana Ribeiro')
  expect(people.every((person) => !person.can.manage)).toBe(true)
  await expect(
    company.as('marco')(identity.invite, { name: 'X', email: 'x@example.com' }),
  ).rejects.toMatchObject({ code: 'forbidden' })
})

test('an agency guest sees neither people nor figures', async () => {
  const me = await company.as('gus')(identity.me, {})
  expect(me.permissions).toEqual(['campaigns:guest'])
  await expect(company.as('gus')(identity.people, {})).rejects.toMatchObject({ code: 'forbidden' })
})

test('nobody grants what they do not hold', async () => {
  await give('hr', ['people:manage', 'roles:manage', 'campaigns:guest'])
  await company.as('ana')(identity.assignRoles, { id: company.ids.vera, roles: ['hr'] })
  const as = company.as('vera')

  const makeDirector = as(identity.assignRoles, { id: company.ids.gus, roles: ['agency', 'director'] })
  await expect(makeDirector).rejects.toThrow('do not hold')
  const { version } = await roleOf('viewer')
  const widen = as(identity.changeRole, { id: 'viewer', version, permissions: ['settings:manage'] })
  await expect(widen).rejects.toThrow('settings:manage')
  const invite = as(identity.invite, { name: 'Eve', email: 'eve@example.com', roles: ['director'] })
  await expect(invite).rejects.toMatchObject({ code: 'forbidden' })
})

test('nobody takes over somebody who may do more', async () => {
  const as = company.as('vera')
  const { ana } = company.ids
  await expect(as(identity.makeLink, { id: ana, purpose: 'reset' })).rejects.toThrow('may do more than you')
  await expect(as(identity.changePerson, { id: ana, email: 'mine@example.com' })).rejects.toThrow(
    'may do more',
  )
  await expect(as(identity.disable, { id: ana })).rejects.toThrow('may do more')
})

test('the last one who manages people cannot lose it', async () => {
  await company.as('ana')(identity.assignRoles, { id: company.ids.vera, roles: ['viewer'] })
  const { ana } = company.ids
  const as = company.as('ana')
  const lost = 'nobody could manage people'
  await expect(as(identity.disable, { id: ana })).rejects.toThrow(lost)
  await expect(as(identity.assignRoles, { id: ana, roles: ['viewer'] })).rejects.toThrow(lost)
  const { version } = await roleOf('director')
  await expect(as(identity.changeRole, { id: 'director', version, permissions: [] })).rejects.toThrow(lost)
})

test('two people who change the same role at once do not overwrite each other', async () => {
  const { version } = await roleOf('legal')
  const change = (permissions: string[]) =>
    company.as('ana')(identity.changeRole, { id: 'legal', version, permissions })
  const done = await Promise.allSettled([change(['people:read']), change([])])
  expect(done.filter((one) => one.status === 'fulfilled')).toHaveLength(1)
  const refused = done.find((one) => one.status === 'rejected')
  expect(refused?.reason).toMatchObject({ code: 'conflict' })
})

test('a disabled person loses session and keys at once', async () => {
  const { key } = await company.as('ivan')(identity.makeKey, { name: 'backup', scopes: ['keys:manage'] })
  expect((await bearer(key)).kind).toBe('key')
  await company.as('ana')(identity.disable, { id: company.ids.ivan })
  expect((await company.actorOf('ivan')).kind).toBe('anonymous')
  await expect(bearer(key)).rejects.toThrow('no access any more')
  await company.as('ana')(identity.enable, { id: company.ids.ivan })
  expect((await bearer(key)).kind).toBe('key')
})

test('a key does what its scopes say and no more, and ends when revoked', async () => {
  const made = await company.as('ana')(identity.makeKey, { name: 'reports', scopes: ['people:read'] })
  expect(made.line).toMatchObject({ prefix: made.key.slice(0, 8), state: 'active' })
  const actor = await bearer(made.key)
  await company.ask(identity.people, {}, actor)
  await expect(company.ask(identity.roles, {}, actor)).resolves.toBeDefined()
  await expect(
    company.ask(identity.invite, { name: 'X', email: 'y@example.com' }, actor),
  ).rejects.toMatchObject({ code: 'forbidden' })
  await company.as('ana')(identity.revokeKey, { id: made.line.id })
  await expect(bearer(made.key)).rejects.toThrow('was revoked')
  await expect(
    company.as('ines')(identity.makeKey, { name: 'more', scopes: ['people:manage'] }),
  ).rejects.toThrow('do not hold')
})

test('neither key nor password nor link is written in the audit trail', async () => {
  const { key } = await company.as('ana')(identity.makeKey, { name: 'secret', scopes: ['people:read'] })
  const link = await company.as('ana')(identity.makeLink, { id: company.ids.fay, purpose: 'invite' })
  const rows = await company.app.db.selectFrom('kernel_events').select(['payload', 'changes']).execute()
  const text = JSON.stringify(rows)
  expect(text).not.toContain(key.slice(8))
  expect(text).not.toContain(link.url?.split('/').at(-1))
  expect(text).not.toContain('sunny-harbour')
})

test('the reporting line has no circles and follows the roles', async () => {
  const { ana, marco, pia, sam, carol } = company.ids
  const as = company.as('ana')
  await expect(as(identity.changePerson, { id: marco, managerId: pia })).rejects.toThrow('circle')
  await expect(as(identity.changePerson, { id: marco, managerId: marco })).rejects.toThrow('circle')
  await expect(as(identity.changePerson, { id: marco, managerId: sam })).rejects.toThrow('Director, CMO')
  await as(identity.changePerson, { id: marco, managerId: carol })
  const { version } = await roleOf('manager')
  await as(identity.changeRole, { id: 'manager', version, reportsTo: ['creator'] })
  await expect(as(identity.changePerson, { id: marco, managerId: ana })).rejects.toThrow('Creator')
})

test('an area with two leads or none says so', async () => {
  const { areas } = await company.as('ana')(identity.areas, {})
  const budget = areas.find((area) => area.name === 'Budget')!
  expect(areas.every((area) => area.warning === null)).toBe(true)
  const two = await company.as('ana')(identity.changeArea, {
    id: budget.id,
    parts: { director: 'lead', finance: 'lead' },
  })
  expect(two.warning).toContain('Director and Finance both lead')
  const none = await company.as('ana')(identity.changeArea, { id: budget.id, parts: { cmo: 'informed' } })
  expect(none.warning).toContain('Nobody leads')
})

test.each([
  ["Robert'); drop table identity_people;--", true],
  ['<img src=x onerror=alert(1)>', true],
  ['李小龍 🐉', true],
  ['=HYPERLINK("http://x")', true],
  ['Bob\u0000Smith', false],
  ['Bob\u202eevil', false],
  ['   ', false],
  ['x'.repeat(121), false],
])('the name %j is kept as it is, or refused', async (name, isKept) => {
  const email = `${Buffer.from(name).toString('hex').slice(0, 40)}@example.com`
  const invited = company.as('ana')(identity.invite, { name, email })
  if (isKept) expect((await invited).person.name).toBe(name)
  else await expect(invited).rejects.toMatchObject({ code: 'invalid' })
})

test('a team has members among the people', async () => {
  const as = company.as('ana')
  const { ana, carol } = company.ids
  const team = await as(identity.addTeam, { name: 'Executive team', leadId: carol, members: [ana, carol] })
  expect((await as(identity.person, { id: ana })).teams).toEqual([{ id: team.id, name: 'Executive team' }])
  await expect(as(identity.addTeam, { name: 'Executive team' })).rejects.toMatchObject({ code: 'conflict' })
  await expect(as(identity.addTeam, { name: 'Ghosts', members: ['per_x'] })).rejects.toMatchObject({
    code: 'invalid',
  })
  await as(identity.removeTeam, { id: team.id })
})

test('of two people who invite the same address at once, one is told who it belongs to', async () => {
  const invite = (name: string) => company.as('ana')(identity.invite, { name, email: 'twice@example.com' })
  const done = await Promise.allSettled([invite('First'), invite('Second')])
  const refused = done.filter((one) => one.status === 'rejected')
  expect(refused).toHaveLength(1)
  expect(refused[0]?.reason).toMatchObject({
    code: 'conflict',
    message: expect.stringContaining('belongs to'),
  })
})
