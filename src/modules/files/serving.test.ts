import { afterAll, beforeAll, expect, test } from 'vitest'
import { fetchAs, handOver, streamOf } from '../../test/bodies.ts'
import { planOf } from '../../test/campaigns.ts'
import { type Company, type PersonName, startCompany } from '../../test/company.ts'
import { files } from './contract.ts'

const png = (rest = '') => Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.from(rest)])
const pdf = '%PDF-1.4\nnot much of one'

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
const get = (who: PersonName, file: string, headers: Record<string, string> = {}) =>
  fetchAs(northwind, who, `/api/files/${file}/content`, headers)

test('a file is added, listed and served as it was, with headers that keep it from doing anything', async () => {
  const { file } = await add('Brief.png', png('a picture'))
  expect(file).toMatchObject({ name: 'Brief.png', look: 'image', type: 'image/png', by: 'Marco Haas' })
  const answer = await get('kai', file.id)
  expect(Buffer.from(await answer.arrayBuffer())).toEqual(png('a picture'))
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    'content-type': 'image/png',
    'content-disposition': `inline; filename="Brief.png"; filename*=UTF-8''Brief.png`,
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; sandbox; frame-ancestors 'none'",
    'cache-control': 'private, no-cache',
  })
})

test.each([
  [
    'an SVG with a script',
    'logo.svg',
    '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
    /SVG can hold scripts: it is only offered for download/,
  ],
  ['a web page', 'page.html', '<script>alert(1)</script>', /web page can hold scripts/],
  [
    'a web page named as a picture',
    'cat.png',
    '<html><script>alert(1)</script>',
    /Its name says PNG image, its bytes say something else. It is only offered/,
  ],
  [
    'a PDF that begins as a web page',
    'offer.pdf',
    `<script>alert(1)</script>\n${pdf}`,
    /Its name says PDF, its bytes say something else/,
  ],
  ['a program', 'setup.exe', 'MZ\x90', null],
])('%s is only ever saved', async (_, name, body, remark) => {
  const { file } = await add(name, body)
  expect(file).toMatchObject({ look: 'other', type: 'application/octet-stream' })
  if (remark) expect(file.remark).toMatch(remark)
  else expect(file.remark).toBeNull()
  const answer = await get('marco', file.id)
  expect(answer.headers.get('content-disposition')).toMatch(/^attachment/)
  expect(answer.headers.get('content-type')).toBe('application/octet-stream')
  expect(answer.headers.get('content-security-policy')).toContain('sandbox')
})

test('a picture that is an archive as well is served as the picture that its first bytes say', async () => {
  const { file } = await add(
    'both.gif',
    Buffer.concat([Buffer.from('GIF89a'), Buffer.from('PK\x03\x04<script>')]),
  )
  const answer = await get('marco', file.id)
  expect(answer.headers.get('content-type')).toBe('image/gif')
  expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
})

test('a part of a file is served as a part, and a known one is not sent again', async () => {
  const { file } = await add('letters.txt', 'abcdefghij')
  const part = async (range: string, more = {}) => {
    const answer = await get('marco', file.id, { range, ...more })
    return [answer.status, await answer.text(), answer.headers.get('content-range')]
  }
  expect(await part('bytes=2-4')).toEqual([206, 'cde', 'bytes 2-4/10'])
  expect(await part('bytes=7-')).toEqual([206, 'hij', 'bytes 7-9/10'])
  expect(await part('bytes=-3')).toEqual([206, 'hij', 'bytes 7-9/10'])
  expect(await part('bytes=0-999')).toEqual([206, 'abcdefghij', 'bytes 0-9/10'])
  expect(await part('bytes=10-')).toEqual([416, '', 'bytes */10'])
  expect(await part('bytes=0-1,4-5')).toEqual([200, 'abcdefghij', null])
  expect(await part('bytes=2-4', { 'if-range': '"other"' })).toEqual([200, 'abcdefghij', null])
  const mark = (await get('marco', file.id)).headers.get('etag') ?? ''
  expect((await get('marco', file.id, { 'if-none-match': mark })).status).toBe(304)
})
