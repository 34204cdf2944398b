import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Company, startCompany } from '../../test/company.ts'
import { views } from './contract.ts'

let company: Company
beforeAll(async () => {
  company = await startCompany()
})
afterAll(() => company.close())

const page = '/funnel'
const namesFor = async (name: 'ana' | 'marco' | 'kai') =>
  (await company.as(name)(views.list, { page })).views.map((view) => view.name)

test('a view is private until it is shared', async () => {
  const mine = await company.as('marco')(views.save, { page, name: 'Organic', search: 'origin=organic' })
  expect(await namesFor('ana')).toEqual([])
  await company.as('marco')(views.share, { id: mine.id, isShared: true })
  expect(await namesFor('ana')).toEqual(['Organic'])
  await company.as('marco')(views.share, { id: mine.id, isShared: false })
  expect(await namesFor('ana')).toEqual([])
})

test('somebody else’s private view looks as if it did not exist', async () => {
  const mine = await company.as('kai')(views.save, { page, name: 'Mine', search: '' })
  await expect(company.as('ana')(views.remove, { id: mine.id })).rejects.toMatchObject({ code: 'missing' })
  await expect(company.as('kai')(views.share, { id: mine.id, isShared: true })).rejects.toMatchObject({
    code: 'forbidden',
  })
})

test('the same name again replaces the view, a taken name is refused', async () => {
  const as = company.as('marco')
  const first = await as(views.save, { page, name: 'Paid', search: 'origin=paid' })
  const second = await as(views.save, { page, name: 'Paid', search: 'origin=paid&by=month' })
  expect(second).toMatchObject({ id: first.id, search: 'origin=paid&by=month' })
  const other = await as(views.save, { page, name: 'Other', search: '' })
  await expect(as(views.rename, { id: other.id, name: 'Paid' })).rejects.toMatchObject({ code: 'conflict' })
  await as(views.remove, { id: other.id })
})
