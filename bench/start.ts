import { setTimeout as wait } from 'node:timers/promises'
import { filled } from './figures.ts'
import { median, megabytes, say, seconds, title } from './ground.ts'
import { build, memoryOf, postgresOf, startServer, stopServer } from './server.ts'

const rounds = 3
const settle = 10_000

/** From the command to ready on existing data, after a clean stop and after SIGKILL, and memory at rest. */
export async function starting(): Promise<void> {
  build()
  const data = await filled('small')
  await stopServer(await startServer(data))
  title('Start with the small demo’s data')
  say('after a clean stop, to ready', seconds(await after(data, 'SIGTERM')), '< 4 s')
  say('after SIGKILL, to ready', seconds(await after(data, 'SIGKILL')), '< 10 s')
  const server = await startServer(data)
  await wait(settle)
  const records = postgresOf(data)
  say('memory at rest: the app', megabytes(memoryOf([server.pid])))
  say('memory at rest: PostgreSQL', megabytes(memoryOf(records)))
  say('memory at rest: together', megabytes(memoryOf([server.pid, ...records])))
  await stopServer(server)
}

async function after(data: string, signal: NodeJS.Signals): Promise<number> {
  const took: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    await stopServer(await startServer(data), signal)
    const server = await startServer(data)
    took.push(server.ready)
    await stopServer(server)
  }
  return median(took)
}
