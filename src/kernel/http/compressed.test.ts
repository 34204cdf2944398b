import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { type Open, openApp } from '../../server/open.ts'
import { testServer } from '../../test/server.ts'
import { readConfig } from '../config.ts'
import { contract, route } from '../contract.ts'
import { defineModule } from '../module.ts'
import { actorSource, createHttp } from './server.ts'

const asked = { method: 'GET', access: 'public', output: z.object({ words: z.string() }) } as const
const input = z.object({ times: z.coerce.number() })
const probe = contract(
  'probe',
  {
    said: route({ ...asked, path: '/probe/said', summary: 'Say', input }),
    hidden: route({ ...asked, path: '/probe/hidden', summary: 'Whisper', input, secret: true }),
  },
  {},
)
const words = async (_: unknown, { times }: { times: number }) => ({ words: 'façade '.repeat(times) })

let open: Open
let drop: () => Promise<void>
beforeAll(async () => {
  const clone = await testServer().clone('t_compressed')
  drop = clone.drop
  const config = { DATABASE_URL: clone.url, FULLSCORE_DATA: '/tmp/fullscore-compressed', LOG_LEVEL: 'silent' }
  const module = defineModule(
    probe,
    { said: words, hidden: words },
    { provide: (app) => app.services.provide(actorSource, async () => undefined) },
  )
  open = await openApp(readConfig(config), { modules: [module] })
})
afterAll(async () => {
  await open.close()
  await drop()
})

const get = (path: string, accepted?: string) =>
  createHttp(open.app).request(`/api/probe/${path}`, {
    headers: accepted ? { 'accept-encoding': accepted } : {},
  })

test('a long answer comes packed to whoever reads that, with all its letters', async () => {
  const answer = await get('said?times=5000', 'deflate;q=0.5, gzip')
  expect(answer.headers.get('content-encoding')).toBe('gzip')
  expect(answer.headers.get('content-type')).toBe('application/json')
  expect(answer.headers.get('vary')).toContain('accept-encoding')
  const packed = Buffer.from(await answer.arrayBuffer())
  expect(packed.length).toBeLessThan(1000)
  expect(JSON.parse(gunzipSync(packed).toString())).toEqual({ words: 'façade '.repeat(5000) })
})

test.each([
  ['short', 'said?times=5', 'gzip'],
  ['for a caller who names no coding', 'said?times=5000', undefined],
  ['for a caller who refuses it', 'said?times=5000', 'br, gzip;q=0'],
  ['that holds a secret', 'hidden?times=5000', 'gzip'],
])('an answer %s comes as it is', async (_, path, accepted) => {
  const answer = await get(path, accepted)
  expect(answer.headers.get('content-encoding')).toBeNull()
  expect(await answer.json()).toEqual({ words: 'façade '.repeat(path.endsWith('5000') ? 5000 : 5) })
})
