import autocannon from 'autocannon'
import { filled } from './figures.ts'
import { millis, say, title } from './ground.ts'
import { build, cpu, quiet, type Server, startServer, stopServer } from './server.ts'

const connections = 50
const duration = 5

/** Requests a second of a list, a record and a command, and where the processor time goes meanwhile. */
export async function api(): Promise<void> {
  build()
  const data = await filled('tiny')
  const server = await startServer(data, { FULLSCORE_WRITES_PER_MINUTE: '10000000' })
  try {
    title(`API under ${connections} connections for ${duration} s`)
    const list = (await (await fetch(`${server.url}/api/opportunities?limit=50`, server)).json()) as {
      items: { id: string }[]
    }
    const id = encodeURIComponent(list.items[0]!.id)
    await load(server, data, 'a list: 50 opportunities', { url: `${server.url}/api/opportunities?limit=50` })
    await load(server, data, 'a record: one opportunity', { url: `${server.url}/api/opportunities/${id}` })
    await load(server, data, 'a command: save a view', {
      url: `${server.url}/api/views`,
      method: 'POST',
      requests: [{ setupRequest: (request) => ({ ...request, body: newView() }) }],
    })
  } finally {
    await quiet()
    await stopServer(server)
  }
}

let saved = 0
function newView(): string {
  saved += 1
  return JSON.stringify({ page: 'funnel', name: `View ${process.pid} ${saved}`, search: 'by=channel' })
}

async function load(server: Server, data: string, what: string, options: autocannon.Options): Promise<void> {
  await quiet()
  const before = cpu(server.pid, data)
  const result = await autocannon({
    ...options,
    connections,
    duration,
    headers: { ...server.headers, 'content-type': 'application/json' },
  })
  const after = cpu(server.pid, data)
  const share = (name: keyof typeof after) => ((after[name] - before[name]) / duration).toFixed(2)
  say(`${what}: requests a second`, String(Math.round(result.requests.average)))
  say(`${what}: p99`, millis(result.latency.p99))
  say(`${what}: answers other than 2xx`, String(result.non2xx + result.errors))
  say(
    `${what}: cores of JavaScript, other threads, PostgreSQL`,
    `${share('javascript')}, ${share('otherThreads')}, ${share('postgres')}`,
  )
}
