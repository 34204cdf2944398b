import { createServer } from 'node:net'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { dataFolder, type Started, start } from './program.ts'

let data: ReturnType<typeof dataFolder>
let running: Started[]
beforeEach(() => {
  data = dataFolder()
  running = []
})
afterEach(async () => {
  for (const one of running) await one.end()
  data.remove()
})
const begin = async (...args: string[]) => {
  const one = await start(data.path, args.length > 0 ? args : undefined)
  running.push(one)
  return one
}

test('one command serves the health, the reference and its own address', async () => {
  const { url } = await begin()
  expect(await (await fetch(`${url}/healthz`)).text()).toBe('ok')
  expect(await (await fetch(`${url}/readyz`)).text()).toBe('ready')
  expect(await (await fetch(`${url}/api/docs`)).text()).toContain('Fullscore API')
  const unknown = await fetch(`${url}/api/nothing-here`)
  expect(unknown.status).toBe(404)
  expect(await unknown.json()).toMatchObject({ code: 'missing' })
})

test('a path that climbs out of the pages is not served', async () => {
  const { url } = await begin()
  const answer = await fetch(`${url}/..%2f..%2fpackage.json`)
  expect(await answer.text()).not.toContain('"name"')
})

test('a second process on the same folder is refused in one sentence', async () => {
  await begin()
  await expect(start(data.path)).rejects.toThrow(/is in use by process \d+ at http/)
})

test('a taken port is named', async () => {
  const other = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => other.once('listening', resolve))
  const { port } = other.address() as { port: number }
  await expect(start(data.path, ['--port', String(port)])).rejects.toThrow(`Port ${port} is in use`)
  other.close()
})

test('it stops when told to and starts again, even after it was killed', async () => {
  const first = await begin()
  await first.end('SIGTERM')
  expect(first.child.exitCode).toBe(0)
  const second = await begin()
  await second.end('SIGKILL')
  const third = await begin()
  expect(await (await fetch(`${third.url}/readyz`)).text()).toBe('ready')
})
