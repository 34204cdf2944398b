import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestApp, type TestApp } from '../../test/app.ts'
import { createHttp } from './server.ts'

let open: TestApp
let proxied: TestApp
beforeAll(async () => {
  const env = { FULLSCORE_WRITES_PER_MINUTE: '3' }
  open = await startTestApp({ env })
  proxied = await startTestApp({ env: { ...env, FULLSCORE_URL: 'https://score.example' } })
})
afterAll(async () => {
  await open.close()
  await proxied.close()
})

const from = (remoteAddress: string) => ({ incoming: { socket: { remoteAddress } } })
const here = from('127.0.0.1')
const signIn = (forwarded: string) => ({
  method: 'POST',
  headers: { 'content-type': 'application/json', 'x-forwarded-for': forwarded },
  body: '{}',
})
const statuses = async (test: TestApp, forwarded: string[], address = here) => {
  const http = createHttp(test.app)
  const answers = []
  for (const one of forwarded)
    answers.push((await http.request('/api/session', signIn(one), address)).status === 429)
  return answers
}

test('behind a proxy a caller is who the proxy saw, whatever the caller claims', async () => {
  const claims = ['198.51.100.1, 203.0.113.9', '198.51.100.2, 203.0.113.9']
  expect(await statuses(proxied, claims)).toEqual([false, true])
  expect(await statuses(proxied, ['203.0.113.8', '203.0.113.9'])).toEqual([false, false])
})

test('without a proxy, and from elsewhere, nobody is believed to come from another address', async () => {
  expect(await statuses(open, ['203.0.113.8', '203.0.113.9'])).toEqual([false, true])
  expect(await statuses(proxied, ['203.0.113.8', '203.0.113.9'], from('192.0.2.1'))).toEqual([false, true])
})

test('the figures of the process are open to this machine, and never for what a header says', async () => {
  const ask = async (test: TestApp, address: string, headers: Record<string, string> = {}) =>
    (await createHttp(test.app).request('/metrics', { headers }, from(address))).status
  expect(await ask(open, '127.0.0.1')).toBe(200)
  expect(await ask(open, '127.0.0.1', { 'x-forwarded-for': '127.0.0.1' })).toBe(401)
  expect(await ask(open, '192.0.2.1', { 'x-forwarded-for': '127.0.0.1' })).toBe(401)
  expect(await ask(proxied, '127.0.0.1', { 'x-forwarded-for': '127.0.0.1' })).toBe(401)
  expect(await ask(proxied, '127.0.0.1')).toBe(401)
})

test('a body is counted as it comes and refused beyond 2 MB, whatever length it was said to have', async () => {
  let sent = 0
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      sent += 100_000
      controller.enqueue(new Uint8Array(100_000).fill(32))
      if (sent >= 50_000_000) controller.close()
    },
  })
  const headers = { 'content-type': 'application/json', 'content-length': '2' }
  const request = { method: 'POST', headers, body, duplex: 'half' } as RequestInit
  const answer = await createHttp(open.app).request('/api/session', request, from('192.0.2.7'))
  expect(answer.status).toBe(422)
  expect(await answer.json()).toMatchObject({ detail: 'The request is larger than 2 MB.' })
  expect(sent).toBeLessThan(3_000_000)
})
