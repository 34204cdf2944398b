import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Company, startCompany } from '../../test/company.ts'
import { activity } from '../activity/contract.ts'
import { identity } from './contract.ts'

const id = 'data-scientist'
let company: Company
beforeAll(async () => {
  company = await startCompany()
})
afterAll(() => company.close())

test('an edited role says what it lacks of whole areas, until it is given that; the audit trail keeps it', async () => {
  const ana = company.as('ana')
  const role = (await ana(identity.roles, {})).roles.find((one) => one.id === id)!
  expect(role).toMatchObject({ isDefault: true, lacks: [] })

  const lost = role.permissions.filter((one) => /^(dashboards|keys):/.test(one))
  const kept = role.permissions.filter((one) => !lost.includes(one) && one !== 'views:share')
  const edited = await ana(identity.changeRole, { id, version: role.version, permissions: kept })
  expect(edited.lacks).toEqual([...lost, 'views:share'].sort(by(role.permissions)))

  const permissions = [...kept, ...edited.lacks]
  const given = await ana(identity.changeRole, { id, version: edited.version, permissions })
  expect(given.lacks).toEqual([])
  expect([...given.permissions].sort()).toEqual([...role.permissions].sort())
  const { entries } = await ana(activity.feed, { limit: 2 })
  expect(entries[0]).toMatchObject({ type: 'identity.roleChanged', subject: id })
})

const by = (order: string[]) => (a: string, b: string) => order.indexOf(a) - order.indexOf(b)
