import { afterAll, beforeAll, expect, test } from 'vitest'
import { transact } from '../../kernel/perform.ts'
import { handOver, streamOf } from '../../test/bodies.ts'
import { planOf } from '../../test/campaigns.ts'
import { type Company, startCompany } from '../../test/company.ts'
import { refused } from '../../test/refused.ts'
import { documentOf } from '../demo/server/document.ts'
import { picture } from '../demo/server/picture.ts'
import { files } from './contract.ts'
import { pagesOf as measuredPages } from './server/index.ts'

let northwind: Company
let id: string
beforeAll(async () => {
  northwind = await startCompany({ work: false })
  id = (await planOf(northwind)).id
})
afterAll(() => northwind.close())

const add = async (name: string, body: Uint8Array | string) =>
  handOver(northwind, files.add, { kind: 'campaign', id, name }, streamOf(body), {
    actor: await northwind.actorOf('marco'),
  })
const pagesOf = async (name: string, body: Uint8Array | string) => {
  const { file } = await add(name, body)
  const call = { actor: await northwind.actorOf('kai'), via: 'test' }
  return transact(northwind.app, call, 'measuring', (ctx) => measuredPages(ctx, { id: file.id }))
}
const page = { title: 'A page', subtitle: 'of a PDF', lines: ['(one) line'] }

test('a PDF tells how many pages it has and how large each is, turned as it is read', async () => {
  const a4 = { width: 595.28, height: 841.89 }
  const three = documentOf([page, page, page])
  expect(await pagesOf('three.pdf', three)).toEqual({ total: 3, unit: 'point', sheets: [a4, a4, a4] })
  const turned = documentOf([page]).toString('latin1').replace('/MediaBox', '/Rotate 90/MediaBox')
  const { sheets } = await pagesOf('turned.pdf', Buffer.from(turned, 'latin1'))
  expect(sheets).toEqual([{ width: 841.89, height: 595.28 }])
})

test('an image is one page of its pixels', async () => {
  const image = picture(32, 20, () => [1, 2, 3])
  const pages = { total: 1, unit: 'pixel', sheets: [{ width: 32, height: 20 }] }
  expect(await pagesOf('small.png', image)).toEqual(pages)
  const { file } = await add('small.png', image)
  expect(await northwind.as('kai')(files.pages, { id: file.id })).toEqual(pages)
})

test('what has no pages, and what is damaged, is refused with a sentence', async () => {
  await expect(pagesOf('notes.txt', 'words')).rejects.toEqual(refused('invalid', /notes.txt has no pages/))
  await expect(pagesOf('torn.pdf', '%PDF-1.7 torn off')).rejects.toEqual(
    refused('invalid', /pages of torn.pdf cannot be read: it is damaged/),
  )
  await expect(pagesOf('torn.png', Buffer.from('89504e470d0a1a0a', 'hex'))).rejects.toEqual(
    refused('invalid', /pages of torn.png cannot be read/),
  )
})
