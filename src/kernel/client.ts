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
    throw unanswered(route)
  })
  const answer = await read(route, response)
  if (!response.ok) throw fromBody(route, answer as ProblemBody | undefined, response.status)
  return answer as Out<R>
}

async function read(route: Route, response: Response): Promise<unknown> {
  if (!response.headers.get('content-type')?.includes('json')) return undefined
  return response.json().catch((cause: unknown) => {
    if (cause instanceof DOMException && cause.name === 'AbortError') throw cause
    throw unanswered(route)
  })
}

const unknown = 'It is not known whether this was done: look before you send it again.'

/** The way out and the way back break alike: only what was merely read is known to have changed nothing. */
const unanswered = ({ method }: Route): Problem =>
  new Problem(
    'broken',
    method === 'GET'
      ? 'The server could not be reached. Nothing was lost; try again in a moment.'
      : `The connection broke before an answer came. ${unknown}`,
  )

function fromBody(route: Route, body: ProblemBody | undefined, status: number): Problem {
  if (body?.code) return new Problem(body.code, body.detail, body.fields)
  const said = `The server answered ${status} without a reason.`
  return new Problem('broken', route.method === 'GET' ? said : `${said} ${unknown}`)
}

function toQuery(input: Record<string, unknown>): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(input)) {
    if (value === undefined || value === null) continue
    query.set(name, typeof value === 'object' ? JSON.stringify(value) : String(value))
  }
  return query.toString()
}
