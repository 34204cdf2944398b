import type { Server } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import { createAdaptorServer } from '@hono/node-server'

type Fetch = (request: Request, env?: unknown) => Response | Promise<Response>

export type Listening = {
  port: number
  /** Answer with this from now on; until then callers are asked to wait. */
  open(fetch: Fetch): void
  /** Let running requests end, then close. */
  drain(): Promise<void>
}

const starting: Fetch = () =>
  new Response('Fullscore is starting. Try again in a moment.', {
    status: 503,
    headers: { 'retry-after': '1', 'content-type': 'text/plain; charset=utf-8' },
  })

/** Take the port before the stores are opened, so that a taken one is refused before anything happens. */
export async function listen(host: string, port: number): Promise<Listening> {
  let current: Fetch = starting
  const server = createAdaptorServer({ fetch: (request, env) => current(request, env) }) as Server
  server.requestTimeout = 0
  // Longer than clients keep an idle connection, so that none is closed under a request on its way.
  server.keepAliveTimeout = 75_000
  server.headersTimeout = 80_000
  const running = countRunning(server)
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(whyNotListening(error, host, port)))
    server.listen(port, host, resolve)
  })
  const address = server.address()
  return {
    port: typeof address === 'object' && address ? address.port : port,
    open: (fetch) => {
      current = fetch
    },
    async drain() {
      const closed = new Promise((resolve) => server.close(resolve))
      server.closeIdleConnections()
      for (let waited = 0; running() > 0 && waited < 10_000; waited += 25) await wait(25)
      server.closeAllConnections()
      await closed
    },
  }
}

/** Live news never end by themselves and are not waited for. */
function countRunning(server: Server): () => number {
  let count = 0
  server.on('request', (request, response) => {
    if (request.url?.startsWith('/api/live')) return
    count += 1
    response.once('close', () => {
      count -= 1
    })
  })
  return () => count
}

function whyNotListening(error: NodeJS.ErrnoException, host: string, port: number): Error {
  if (error.code === 'EADDRINUSE')
    return new Error(
      `Port ${port} is in use by another program. Stop it, or choose another with --port ${port + 1}.`,
    )
  if (error.code === 'EACCES')
    return new Error(
      `Port ${port} needs more rights than this account has. Choose one above 1023 with --port.`,
    )
  if (error.code === 'EADDRNOTAVAIL')
    return new Error(`The address ${host} is not one of this machine. Set HOST to one that is.`)
  return error
}
