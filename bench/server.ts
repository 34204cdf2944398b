import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { type Holder, holderOf } from '../src/kernel/lock.ts'
import { packageRoot } from '../src/server/root.ts'
import { remember, stopNow } from './ground.ts'

export type Server = {
  url: string
  headers: Record<string, string>
  pid: number
  ready: number
  child: ChildProcess
}

/** Bundle the program and the pages, so that no start is timed with it. */
export function build(): void {
  spawnSync(process.execPath, ['scripts/build.mjs'], { cwd: packageRoot, stdio: 'ignore' })
}

/** Start the built product on a data folder with the flags of `npm start`; `ready` is how many milliseconds that took. */
export async function startServer(data: string, env: NodeJS.ProcessEnv = {}): Promise<Server> {
  const began = performance.now()
  const start = ['bin/fullscore.js', 'start', '--port', '0', '--data', data]
  const child = spawn(process.execPath, ['--max-semi-space-size=64', ...start], {
    cwd: packageRoot,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, LOG_LEVEL: 'error', ...env },
  })
  const pid = child.pid as number
  remember(pid)
  const holder = await readyHolder(data, pid)
  const ready = performance.now() - began
  return {
    url: holder.url as string,
    headers: { authorization: `Bearer local-${holder.secret}` },
    pid,
    ready,
    child,
  }
}

async function readyHolder(data: string, pid: number): Promise<Holder> {
  for (let tries = 0; tries < 12_000; tries += 1) {
    const holder = holderOf(data)
    if (holder?.pid === pid && holder.url && (await fetch(`${holder.url}/readyz`)).ok) return holder
    await wait(10)
  }
  throw new Error('The server was not ready within two minutes.')
}

/** Requests whose callers have hung up still run for a moment. */
export const quiet = (): Promise<void> => wait(3000)

export async function stopServer({ child, pid }: Server, signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
  const ended = new Promise((resolve) => child.once('exit', resolve))
  stopNow(pid, signal)
  await ended
}

export function postgresOf(data: string): number[] {
  const main = Number(readFileSync(join(data, 'records', 'postmaster.pid'), 'utf8').split('\n')[0])
  const children = readdirSync('/proc').filter(
    (name) => /^\d+$/.test(name) && fields(`/proc/${name}`)?.[1] === String(main),
  )
  return [main, ...children.map(Number)]
}

/** What follows the program’s name in `stat`: state, parent, …, user time, system time. */
function fields(folder: string): string[] | undefined {
  try {
    const text = readFileSync(`${folder}/stat`, 'utf8')
    return text.slice(text.lastIndexOf(')') + 2).split(' ')
  } catch {
    return undefined
  }
}

const ticks = 100
const cpuOf = (folder: string): number => {
  const found = fields(folder)
  return found ? (Number(found[11]) + Number(found[12])) / ticks : 0
}

export type Cpu = { javascript: number; otherThreads: number; postgres: number }

/** Processor seconds so far: the main thread, the other threads (DuckDB, disk, collection), PostgreSQL. */
export function cpu(pid: number, data: string): Cpu {
  const javascript = cpuOf(`/proc/${pid}/task/${pid}`)
  return {
    javascript,
    otherThreads: cpuOf(`/proc/${pid}`) - javascript,
    postgres: postgresOf(data).reduce((sum, one) => sum + cpuOf(`/proc/${one}`), 0),
  }
}

/** Proportional memory in bytes: pages shared between processes count once. */
export function memoryOf(pids: number[]): number {
  return pids.reduce((sum, pid) => sum + pss(pid), 0)
}

function pss(pid: number): number {
  try {
    return (
      Number(/^Pss:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1] ?? 0) * 1024
    )
  } catch {
    return 0
  }
}
