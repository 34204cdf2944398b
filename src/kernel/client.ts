import type { Asked, Out, Route } from './contract.ts'
import { Problem, type ProblemBody } from './errors.ts'

export type CallOptions = {
  /** Where the server is; the page's own origin when left out. */
  base?: string
  headers?: Record<string, string>
  signal?: AbortSignal
  /** Body of a route declared with `upload`. */
  file?: Blob | ReadableStream<Uint8Array>
}

/** Split an input into the filled path, the query string and the JSON body a route expects. */
export function address(route: Route, input: Record<string, unknown> = {}): { url: string; body?: string } {
  const rest = { ...input }
  const path = route.path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = rest[name]
    delete rest[name]
    return encodeURIComponent(String(value))
  })
  if (route.method === 'GET' || route.method === 'DELETE' || route.upload) {
    const query = toQuery(rest)
    return { url: `/api${path}${query ? `?${query}` : ''}` }
  }
  return { url: `/api${path}`, body: JSON.stringify(rest) }
}

/** Ask the server: typed by the route's own schemas, failing with a `Problem` that carries its sentence. */
export async function call<R extends Route>(
  route: R,
  input: Asked<R>,
  options: CallOptions = {},
): Promise<Out<R>> {
  const { url, body } = address(route, (input ?? {}) as Record<string, unknown>)
  const init: RequestInit & { duplex?: 'half' } = {
    method: route.method,
    headers: {
      accept: 'application/json',
      ...(body ? { 'content-type': 'application/json' } : {}),
      ...options.headers,
    },
    credentials: 'same-origin',
    ...(options.signal ? { signal: options.signal } : {}),
  }
  if (body) init.body = body
  if (options.file) {
    init.body = options.file
    init.duplex = 'half'
  }
  const response = await fetch(`${options.base ?? ''}${url}`, init).catch((cause: unknown) => {
    if (cause instanceof DOMException && cause.name === 'AbortError') throw cause
    throw new Problem('broken', 'The server could not be reached. Nothing was lost; try again in a moment.')
  })
  const answer = response.headers.get('content-type')?.includes('json') ? await response.json() : undefined
  if (!response.ok) throw fromBody(answer as ProblemBody | undefined, response.status)
  return answer as Out<R>
}

function fromBody(body: ProblemBody | undefined, status: number): Problem {
  if (body?.code) return new Problem(body.code, body.detail, body.fields)
  return new Problem('broken', `The server answered ${status} without a reason.`)
}

function toQuery(input: Record<string, unknown>): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(input)) {
    if (value === undefined || value === null) continue
    query.set(name, typeof value === 'object' ? JSON.stringify(value) : String(value))
  }
  return query.toString()
}
