import { createReadStream, mkdirSync } from 'node:fs'
import { Readable } from 'node:stream'
import { setTimeout as wait } from 'node:timers/promises'
import { localOwner } from '../kernel/actor.ts'
import { address, call } from '../kernel/client.ts'
import type { Config } from '../kernel/config.ts'
import type { Asked, Out, Route } from '../kernel/contract.ts'
import { Problem, type ProblemBody } from '../kernel/errors.ts'
import type { Download } from '../kernel/http/server.ts'
import { newSecret } from '../kernel/ids.ts'
import { type Holder, holderOf, takeLock } from '../kernel/lock.ts'
import { perform } from '../kernel/perform.ts'
import { openApp } from '../server/open.ts'

export type Door = {
  /** Ask a route; `file` is the path of what is uploaded. */
  ask<R extends Route>(route: R, input: Asked<R>, file?: string): Promise<Out<R>>
  /** Ask a route whose answer is a file. */
  fetch<R extends Route>(route: R, input: Asked<R>): Promise<ReadableStream<Uint8Array>>
  close(): Promise<void>
}

type Reachable = Holder & { url: string }
const patience = 30_000

/** Through the server that has the folder, if there is one; else open the folder itself, as the local owner. */
export async function openDoor(config: Config): Promise<Door> {
  const holder = await settled(config.dataDir)
  return holder ? throughServer(holder) : throughFolder(config)
}

/** A starting server gets time to be ready, another command to end. */
async function settled(dataDir: string): Promise<Reachable | undefined> {
  for (let waited = 0; ; waited += 100) {
    const holder = holderOf(dataDir)
    if (!holder) return undefined
    if (holder.url) return holder as Reachable
    if (waited >= patience)
      throw new Problem(
        'conflict',
        `Process ${holder.pid} is busy with the data folder ${dataDir}. Try again later.`,
      )
    await wait(100)
  }
}

function throughServer(holder: Reachable): Door {
  const headers = { authorization: `Bearer local-${holder.secret}`, 'x-fullscore-via': 'cli' }
  return {
    ask: (route, input, file) =>
      call(route, input, { base: holder.url, headers, ...(file ? { file: streamOf(file) } : {}) }),
    async fetch(route, input) {
      const { url, body } = address(route, (input ?? {}) as Record<string, unknown>)
      const response = await fetch(`${holder.url}${url}`, {
        method: route.method,
        headers: { ...headers, ...(body ? { 'content-type': 'application/json' } : {}) },
        ...(body ? { body } : {}),
      })
      if (!response.ok) {
        const problem = (await response.json()) as ProblemBody
        throw new Problem(problem.code, problem.detail, problem.fields)
      }
      return response.body as ReadableStream<Uint8Array>
    },
    close: async () => undefined,
  }
}

async function throughFolder(config: Config): Promise<Door> {
  mkdirSync(config.dataDir, { recursive: true })
  const lock = takeLock(config.dataDir, { started: new Date().toISOString(), secret: newSecret() })
  const { app, close } = await openApp(config).catch((error: unknown) => {
    lock.release()
    throw error
  })
  const as = { actor: localOwner, via: 'cli' }
  return {
    ask: (route, input, file) =>
      perform(app, route, input, { ...as, ...(file ? { file: streamOf(file) } : {}) }),
    async fetch(route, input) {
      const { body } = (await perform(app, route, input, as)) as Download
      return typeof body === 'string' ? (new Blob([body]).stream() as ReadableStream<Uint8Array>) : body
    },
    async close() {
      await close()
      lock.release()
    },
  }
}

const streamOf = (file: string) => Readable.toWeb(createReadStream(file)) as ReadableStream<Uint8Array>
