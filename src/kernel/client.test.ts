import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { call } from './client.ts'
import type { Route } from './contract.ts'

/** Does what it is asked and loses the answer, whole or halfway. */
const server = createServer((asked, answer) => {
  if (asked.url?.includes('half')) {
    answer.writeHead(200, { 'content-type': 'application/json', 'content-length': '100' })
    answer.write('{"a":')
    setTimeout(() => answer.destroy(), 20)
  } else if (asked.url?.includes('gateway')) answer.writeHead(502).end('Bad gateway')
  else answer.destroy()
})
let base = ''
beforeAll(async () => {
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => new Promise((closed) => server.close(closed)))

const ask = (method: string, path: string) =>
  call({ method, path, input: z.object({}), output: z.unknown() } as unknown as Route, {}, { base })

test.each(['/whole', '/half', '/gateway'])(
  'an answer lost on the way leaves open what was done: %s',
  async (path) => {
    const lost = ask('POST', path)
    await expect(lost).rejects.toMatchObject({ code: 'broken' })
    await expect(lost).rejects.toThrow('It is not known whether this was done')
  },
)

test('what was only read changed nothing', async () => {
  await expect(ask('GET', '/whole')).rejects.toThrow('Nothing was lost')
})
