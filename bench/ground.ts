import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { cpus, loadavg, tmpdir, totalmem } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'

/** What DuckDB may take, ours and the baseline alike. */
export const memory = process.env.FULLSCORE_WAREHOUSE_MEMORY ?? '1GB'

/** Files that take minutes to make are kept from run to run in BENCH_FOLDER, if that is set. */
export const kept = process.env.BENCH_FOLDER
const scratch = kept ?? mkdtempSync(join(tmpdir(), 'fullscore-bench-'))
const running = new Set<number>()

export function folder(name: string, { fresh = true } = {}): string {
  const path = join(scratch, name)
  if (fresh) rmSync(path, { recursive: true, force: true })
  mkdirSync(path, { recursive: true })
  return path
}

/** Take away what was made and stop what still runs. */
export function clear(): void {
  for (const pid of running) stopNow(pid)
  if (!kept) rmSync(scratch, { recursive: true, force: true })
}

/** Time on the clock and time on the processors, all threads of this process together. */
export async function timed<T>(work: () => Promise<T> | T): Promise<{ ms: number; cpu: number; out: T }> {
  const began = performance.now()
  const used = process.cpuUsage()
  const out = await work()
  const { user, system } = process.cpuUsage(used)
  return { ms: performance.now() - began, cpu: (user + system) / 1000, out }
}

export const ordered = (values: number[]): number[] => [...values].sort((a, b) => a - b)
export const quantile = (values: number[], p: number): number =>
  ordered(values)[Math.min(values.length - 1, Math.ceil(p * values.length) - 1)] ?? Number.NaN
export const median = (values: number[]): number => quantile(values, 0.5)

export const seconds = (ms: number): string => `${(ms / 1000).toFixed(2)} s`
export const millis = (ms: number): string => `${ms.toFixed(ms < 10 ? 1 : 0)} ms`
export const megabytes = (bytes: number): string => `${Math.round(bytes / 1e6)} MB`
export const times = (ratio: number): string => `${ratio.toFixed(2)} ×`

export function say(what: string, figure: string, target = ''): void {
  console.log(`  ${what.padEnd(58)} ${figure.padStart(12)}  ${target ? `(target ${target})` : ''}`.trimEnd())
}

export function title(text: string): void {
  console.log(`\n${text}  [load ${loadavg()[0]!.toFixed(1)}]`)
}

export const machine = (): string =>
  `Node ${process.versions.node}, ${cpus().length} × ${cpus()[0]?.model.trim()}, ${Math.round(totalmem() / 1e9)} GB`

/** Run a bench program of ours in a process of its own; what it prints as JSON on its last line is the answer. */
export async function inChild<T>(file: string, args: string[]): Promise<T> {
  const child = spawn(process.execPath, ['--import', 'tsx', join(import.meta.dirname, file), ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  if (child.pid) running.add(child.pid)
  let out = ''
  for await (const piece of child.stdout) out += String(piece)
  if (child.pid) running.delete(child.pid)
  const lines = out.trim().split('\n')
  if (lines.length > 1) console.log(lines.slice(0, -1).join('\n'))
  return JSON.parse(lines.at(-1) ?? 'null') as T
}

/** Greatest resident memory a process has had, in bytes. */
export function peakMemory(pid: number | 'self' = 'self'): number {
  const found = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))
  return Number(found?.[1] ?? 0) * 1024
}

export const remember = (pid: number): unknown => running.add(pid)

export function stopNow(pid: number, signal: NodeJS.Signals = 'SIGKILL'): void {
  running.delete(pid)
  try {
    process.kill(pid, signal)
  } catch {
    // It has ended already, which is what was wanted.
  }
}
