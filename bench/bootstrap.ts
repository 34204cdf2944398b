import { performance } from 'node:perf_hooks'
import { setTimeout as wait } from 'node:timers/promises'
import { filled } from './figures.ts'
import { median, millis, quantile, say, seconds, title } from './ground.ts'
import { build, quiet, type Server, startServer, stopServer } from './server.ts'

const resamples = 2000
const pause = 20
const leastRequests = 500

/** What others wait for while intervals are measured in a thread of their own, and what they wait for without that. */
export async function bootstrapping(flags: Set<string>): Promise<void> {
  build()
  const size = flags.has('--large') ? 'large' : 'small'
  const server = await startServer(await filled(size), { FULLSCORE_WRITES_PER_MINUTE: '10000000' })
  try {
    title(`Other requests while ${resamples} resamples are drawn (${size} demo)`)
    await answered(server, '/api/attribution/intervals')
    await quiet()
    tell('with nothing else', await latencies(server, async (done) => done >= leastRequests))
    const began = performance.now()
    await answered(server, '/api/attribution/intervals', { resamples })
    const taken = await latencies(server, async (done) => done % 25 === 0 && (await isOver(server)))
    say('the measurement', seconds(performance.now() - began))
    tell('meanwhile', taken, '< 100 ms')
  } finally {
    await quiet()
    await stopServer(server)
  }
}

function tell(when: string, taken: number[], target = ''): void {
  say(`${when}: requests, one after another`, String(taken.length))
  say(`${when}: median`, millis(median(taken)))
  say(`${when}: p99`, millis(quantile(taken, 0.99)), target)
  say(`${when}: slowest`, millis(Math.max(...taken)))
}

/** Lists, a record of the team and a command in turn, each timed by itself until it is over. */
async function latencies(server: Server, isEnough: (done: number) => Promise<boolean>): Promise<number[]> {
  const turns = [
    () => answered(server, '/api/opportunities?limit=50'),
    () => answered(server, '/api/roles'),
    () => answered(server, '/api/views', { page: 'funnel', name: viewName(), search: 'by=channel' }),
    () => answered(server, '/api/dashboards'),
  ]
  const taken: number[] = []
  do {
    const began = performance.now()
    await turns[taken.length % turns.length]!()
    taken.push(performance.now() - began)
    await wait(pause)
  } while (!(await isEnough(taken.length)))
  return taken
}

let saved = 0
function viewName(): string {
  saved += 1
  return `View ${process.pid} ${saved}`
}

async function isOver(server: Server): Promise<boolean> {
  const { run } = (await answered(server, '/api/attribution/intervals')) as { run: { state: string } }
  if (run.state === 'failed') throw new Error('The measurement failed.')
  return run.state === 'done'
}

async function answered(server: Server, path: string, body?: object): Promise<unknown> {
  const headers = { ...server.headers, 'content-type': 'application/json' }
  const sent = body ? { method: 'POST', headers, body: JSON.stringify(body) } : { headers }
  const response = await fetch(`${server.url}${path}`, sent)
  if (!response.ok) throw new Error(`${path} answered ${response.status}: ${await response.text()}`)
  return response.json()
}
