import { address } from '../src/kernel/client.ts'
import type { Asked, Out, Route } from '../src/kernel/contract.ts'
import { budget } from '../src/modules/budget/contract.ts'
import { browsing } from './budget-pages.ts'
import { filled } from './figures.ts'
import { millis, quantile, say, timed, title } from './ground.ts'
import { build, quiet, type Server, startServer, stopServer } from './server.ts'

const lines = 5000
const rounds = 20
const pasted = 834

/** A budget of 5,000 lines: opening it, an edit of one cell, a paste of 10,008 cells; by HTTP and in a browser. */
export async function budgeting(): Promise<void> {
  build()
  const server = await startServer(await filled('tiny'), { FULLSCORE_WRITES_PER_MINUTE: '10000000' })
  try {
    const { next } = await ask(server, budget.years, {})
    const { id: year } = await ask(server, budget.openYear, { day: next!.startsOn })
    await fill(server, year)
    await byHttp(server, year)
    await browsing(server.url, year, pasted)
  } finally {
    await quiet()
    await stopServer(server)
  }
}

async function byHttp(server: Server, year: string): Promise<void> {
  title(`Budget of ${lines.toLocaleString('en')} lines × 12 months by HTTP, p50 and p95 of ${rounds}`)
  const ids = (await ask(server, budget.lines, { year })).lines.map((line) => line.id)
  const cells = (many: number, minor: number) =>
    Object.fromEntries(Array.from({ length: many }, (_, at) => [at, minor]))
  const edit = (many: number, months: number, minor: number) =>
    ask(server, budget.edit, {
      year,
      edits: ids.slice(0, many).map((id) => ({ id, forecast: cells(months, minor) })),
    })
  const file = address(budget.exportLines, { year, format: 'xlsx' }).url
  say('open: all lines', await often(() => ask(server, budget.lines, { year })), '< 1,000 ms')
  say('an edit of one cell', await often((round) => edit(1, 1, round + 1)), '< 100 ms')
  say('a paste of 10,008 cells', await often((round) => edit(pasted, 12, round + 7)), '< 2,000 ms')
  say(
    'a download as XLSX',
    await often(async () => (await fetch(`${server.url}${file}`, server)).arrayBuffer()),
  )
}

/** The middle and the slow end of many rounds, after two that warm up. */
async function often(work: (round: number) => Promise<unknown>): Promise<string> {
  const took: number[] = []
  for (let round = -2; round < rounds; round += 1) {
    const { ms } = await timed(() => work(round + 2))
    if (round >= 0) took.push(ms)
  }
  return `${millis(quantile(took, 0.5))}, ${millis(quantile(took, 0.95))}`
}

async function fill(server: Server, year: string): Promise<void> {
  const plan = Array.from({ length: 12 }, (_, month) => 10_000 + month)
  for (let from = 0; from < lines; from += 1000) {
    const said = Array.from({ length: 1000 }, (_, at) => ({
      ...{ name: `Line ${from + at}`, kind: 'media' as const, plan },
      ...{ area: `Area ${(from + at) % 5}`, programme: `Programme ${(from + at) % 40}` },
    }))
    await ask(server, budget.addLines, { year, lines: said })
  }
}

async function ask<R extends Route>(server: Server, route: R, input: Asked<R>): Promise<Out<R>> {
  const { url, body } = address(route, input as Record<string, unknown>)
  const headers = { ...server.headers, 'content-type': 'application/json' }
  const answer = await fetch(`${server.url}${url}`, {
    method: route.method,
    headers,
    ...(body ? { body } : {}),
  })
  if (!answer.ok) throw new Error(`${route.id}: ${await answer.text()}`)
  return (await answer.json()) as Out<R>
}
