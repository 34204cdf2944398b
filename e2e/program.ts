import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { packageRoot } from '../src/server/root.ts'

export type Run = { code: number | null; stdout: string; stderr: string }
export type Started = {
  url: string
  child: ChildProcess
  said(): string
  end(signal?: NodeJS.Signals): Promise<void>
}

const env = { ...process.env, LOG_LEVEL: 'warn', DATABASE_URL: undefined, FULLSCORE_DATA: undefined }

/** A data folder that is gone after the test. */
export function dataFolder(): { path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), 'fullscore-e2e-'))
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) }
}

/** Run a command of the product to its end, from another folder than the project's. */
export function fullscore(args: string[], cwd = tmpdir()): Promise<Run> {
  const child = spawn(process.execPath, [join(packageRoot, 'bin/fullscore.js'), ...args], { cwd, env })
  return new Promise((resolve) => {
    const run: Run = { code: null, stdout: '', stderr: '' }
    child.stdout.on('data', (chunk) => {
      run.stdout += chunk
    })
    child.stderr.on('data', (chunk) => {
      run.stderr += chunk
    })
    child.on('close', (code) => resolve({ ...run, code }))
  })
}

/** Start the server as `npm start` does and wait for its address; fails with what it said. */
export function start(
  data: string,
  args: string[] = ['--port', '0'],
  more: NodeJS.ProcessEnv = {},
): Promise<Started> {
  const child = spawn(process.execPath, ['scripts/start.mjs', '--data', data, ...args], {
    cwd: packageRoot,
    env: { ...env, ...more },
  })
  let said = ''
  const closed = new Promise<void>((resolve) => child.once('close', () => resolve()))
  const started = (url: string): Started => ({
    url,
    child,
    said: () => said,
    async end(signal = 'SIGTERM') {
      child.kill(signal)
      await closed
    },
  })
  return new Promise((resolve, reject) => {
    const hear = (chunk: Buffer) => {
      said += chunk
      const url = /ready at (http\S+)/.exec(said)?.[1]
      if (url) resolve(started(url))
    }
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
    child.once('close', () => reject(new Error(said.trim())))
  })
}
