import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Company, startCompany } from '../../test/company.ts'
import { land } from '../../test/imports.ts'
import { campaigns } from './contract.ts'
import { builtAddress, normalised, pairOf, whyNotPage, whyNotTerm } from './rules.ts'

let northwind: Company
beforeAll(async () => {
  northwind = await startCompany()
})
afterAll(() => northwind.close())

test.each([
  ['  Spring Launch_2026 ', 'spring-launch-2026'],
  ['Zürich – Été', 'zurich-ete'],
  ['LinkedIn', 'linkedin'],
  ['--a..b--', 'a..b'],
  ['日本', ''],
])('%s is kept as %s', (said, kept) => expect(normalised(said)).toBe(kept))

test.each([
  ['javascript:alert(1)', /https:\/\//],
  ['data:text/html,hello', /https:\/\//],
  ['https://northwind.example/"onload="x', /quote/],
  ['https://northwind.example/<b>', /angle bracket/],
  [`https://northwind.example/${'a'.repeat(2000)}`, /2000 letters/],
  ['northwind.example/page', /not an address/],
  ['https://ana:secret@northwind.example/', /name or a password/],
  ['https://localhost/', /not the name of a site/],
])('%s is no page a link may lead to', (page, why) => expect(whyNotPage(page)).toMatch(why))

test('a value with quotes, without a letter, or too long is refused with a sentence', () => {
  expect(whyNotTerm('source', 'a"b')).toMatch(/^Source: quotes/)
  expect(whyNotTerm('source', '!!!')).toMatch(/no letter or digit/)
  expect(whyNotTerm('term', 'a'.repeat(101))).toMatch(/100 letters at most/)
  expect(whyNotTerm('medium', 'E-Mail')).toBeNull()
})

// Parameter names as Google Analytics defines them: https://support.google.com/analytics/answer/10917952
test('an address keeps its own query and fragment and takes the parameters once', () => {
  const values = { source: 'News Letter', medium: 'email', campaign: 'spring', content: null }
  expect(builtAddress('https://northwind.example/a?b=1&utm_source=old#top', values)).toBe(
    'https://northwind.example/a?b=1&utm_source=news-letter&utm_medium=email&utm_campaign=spring#top',
  )
  expect(pairOf('Google / CPC')).toEqual({ source: 'google', medium: 'cpc' })
  expect(pairOf('Email')).toBeNull()
  expect(pairOf('(direct) / (none)')).toBeNull()
  expect(pairOf('google / organic')).toBeNull()
})

test('links are built of allowed values only, once, and can be taken along with their code', async () => {
  const marco = northwind.as('marco')
  const page = 'https://northwind.example/calculator'
  const values = { source: 'Newsletter', medium: 'Email', campaign: 'Summer 2026' }
  await expect(marco(campaigns.buildLink, { page, ...values })).rejects.toThrow(/“Newsletter” is not among/)
  for (const kind of ['source', 'medium', 'campaign'] as const)
    await marco(campaigns.addTerm, { kind, value: values[kind] })
  await expect(marco(campaigns.addTerm, { kind: 'source', value: 'NEWSLETTER' })).rejects.toThrow(
    /“newsletter” is allowed already/,
  )
  const link = await marco(campaigns.buildLink, { page, ...values })
  expect(link).toMatchObject({
    address: `${page}?utm_source=newsletter&utm_medium=email&utm_campaign=summer-2026`,
    builtBy: 'Marco Haas',
  })
  await expect(marco(campaigns.buildLink, { page, ...values })).rejects.toThrow(/Marco Haas has built this/)
  await expect(northwind.as('vera')(campaigns.buildLink, { page, ...values })).rejects.toMatchObject({
    code: 'forbidden',
  })

  const file = (await northwind.as('vera')(campaigns.exportLinks, { format: 'csv' })) as {
    body: ReadableStream
  }
  const csv = await new Response(file.body).text()
  expect(csv.split('\n')[1]).toMatch(/utm_campaign=summer-2026,newsletter,email,summer-2026/)
  const code = async (format: 'svg' | 'png') =>
    (await northwind.as('vera')(campaigns.linkCode, { id: link.id, format })) as { body: string | Uint8Array }
  expect((await code('svg')).body).toMatch(/^<svg[\s\S]*<\/svg>\s*$/)
  expect([...((await code('png')).body as Uint8Array).slice(1, 4)]).toEqual([...Buffer.from('PNG')])
})

test('what landed under a source and medium that nobody built is named', async () => {
  const path = join(northwind.folder, 'touches.csv')
  const lines = [
    'Email,Date,Channel,Campaign,Kind',
    'a@b.example,2026-05-01,newsletter / email,Summer 2026,click',
    'a@b.example,2026-05-02,newsletter / email,Summr 2026,click',
    'a@b.example,2026-05-03,leaflet / print,,visit',
    'a@b.example,2026-05-04,Events,Expo,visit',
  ]
  writeFileSync(path, lines.join('\n'))
  expect((await land(northwind, [path])).map((one) => one.status)).toEqual(['landed'])
  const { items } = await northwind.as('vera')(campaigns.ungoverned, {})
  expect(items.map(({ channel, campaign, says }) => [channel, campaign, says])).toEqual([
    ['leaflet / print', null, 'Nobody built a link with this source and medium.'],
    ['newsletter / email', 'Summr 2026', 'Nobody built a link of this campaign name.'],
  ])
})
