import { getConnInfo } from '@hono/node-server/conninfo'
import { type Context, Hono } from 'hono'
import { type Actor, anonymous, holds } from '../actor.ts'
import type { App, Mounted } from '../app.ts'
import { invalid, limited, Problem, unauthenticated } from '../errors.ts'
import { newId } from '../ids.ts'
import { perform } from '../perform.ts'
import { service } from '../service.ts'
import { compressed } from './compressed.ts'
import { ProcessFigures } from './figures.ts'
import { sameOrigin, securityHeaders } from './headers.ts'
import { readInput } from './input.ts'
import { isKept, type Kept, serveKept } from './kept.ts'
import { RateLimit } from './limits.ts'
import { streamNews } from './live.ts'
import { openApi } from './openapi.ts'
import { referencePage } from './reference.ts'

/** Who is behind a request's headers; identity provides it. */
export type ActorSource = (headers: Headers) => Promise<Actor | undefined>
export const actorSource = service<ActorSource>('actorSource')

type Env = { Variables: { request: string; actor: Actor } }

/** The HTTP door of an app: every route of every contract, the reference, live news, health. */
export function createHttp(app: App): Hono<Env> {
  const http = new Hono<Env>()
  const figures = new ProcessFigures()
  const writes = new RateLimit(
    app.config.writesPerMinute,
    Math.ceil(app.config.writesPerMinute / 3),
    'changes',
  )

  http.use(securityHeaders)
  http.use(async (c, next) => {
    c.set('request', newId('req', app.clock().getTime()))
    c.header('X-Request-Id', c.get('request'))
    const began = performance.now()
    await next()
    const seconds = (performance.now() - began) / 1000
    figures.note(c.req.routePath, c.res.status, seconds)
    app.log.debug(
      { request: c.get('request'), method: c.req.method, path: c.req.path, status: c.res.status, seconds },
      'request',
    )
  })
  http.onError((error, c) => answerProblem(app, error, c))

  http.get('/healthz', (c) => c.text('ok'))
  http.get('/readyz', async (c) => {
    await app.pool.query('select 1')
    return c.text('ready')
  })
  http.get('/metrics', async (c, next) => {
    // People who open this address see the page of that name; a scraper never asks for HTML.
    if (c.req.header('accept')?.includes('text/html')) return next()
    if (!isLocal(app, c) && !holds(await actorOf(app, c), 'operations:read'))
      throw unauthenticated('Send an API key with the scope operations:read.')
    return c.text(
      figures.text({ database_connections: app.pool.totalCount, database_waiting: app.pool.waitingCount }),
    )
  })

  http.use('/api/*', sameOrigin)
  http.get('/api/openapi.json', (c) => c.json(openApi(app.contracts, app.config.publicUrl)))
  http.get('/api/docs', (c) => c.html(referencePage(app.contracts)))
  http.get('/api/live', async (c) => {
    if ((await actorOf(app, c)).kind === 'anonymous') throw unauthenticated()
    return streamNews(app, c)
  })
  for (const mounted of app.routes.values()) {
    const { route } = mounted
    http.on(route.method, `/api${route.path.replace(/\{(\w+)\}/g, ':$1')}`, async (c) => {
      const actor = await actorOf(app, c)
      if (route.method !== 'GET')
        writes.take(actor.kind === 'anonymous' ? addressOf(app, c) : actor.id, Date.now())
      return answer(app, mounted, actor, c)
    })
  }
  return http
}

async function actorOf(app: App, c: Context<Env>): Promise<Actor> {
  return (await app.services.use(actorSource)(c.req.raw.headers)) ?? anonymous
}

const thisMachine = ['127.0.0.1', '::1', '::ffff:127.0.0.1']
const connectedFrom = (c: Context): string =>
  (c.env?.incoming ? getConnInfo(c).remote.address : undefined) ?? 'unknown'

/** The caller's address: the connection's own, or whom a proxy on this machine saw. What stands before it is a claim. */
function addressOf(app: App, c: Context): string {
  const own = connectedFrom(c)
  if (!app.config.isBehindProxy || !thisMachine.includes(own)) return own
  return c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() || own
}

/** Behind a proxy everybody connects from this machine; a header can take the trust away, never give it. */
const isLocal = (app: App, c: Context): boolean =>
  thisMachine.includes(connectedFrom(c)) && !app.config.isBehindProxy && !c.req.header('x-forwarded-for')

async function answer(app: App, { route }: Mounted, actor: Actor, c: Context<Env>): Promise<Response> {
  const input = await readInput(route, c.req)
  const key = c.req.header('idempotency-key')
  if (key && key.length > 200) throw invalid('An Idempotency-Key has at most 200 characters.')
  const via = c.req.header('x-fullscore-via') === 'cli' ? 'cli' : 'http'
  const body = route.upload ? (c.req.raw.body ?? undefined) : undefined
  const reply = new Headers()
  const done = await perform(app, route, input, {
    actor,
    via,
    address: addressOf(app, c),
    agent: (c.req.header('user-agent') ?? via).slice(0, 300),
    reply,
    request: c.get('request'),
    ...(key ? { idempotencyKey: key } : {}),
    ...(body ? { file: body as ReadableStream<Uint8Array> } : {}),
  })
  for (const [name, value] of reply) c.header(name, value, { append: true })
  if (route.secret) c.header('cache-control', 'no-store')
  if (route.download) {
    const file = done as Download | Kept
    return isKept(file) ? serveKept(file, c.req.raw.headers) : download(file)
  }
  return json(done as object, c, !route.secret)
}

/** Answers of routes that are marked secret are sent as they are: how far they can be packed would tell of it. */
async function json(answer: object, c: Context<Env>, mayPack: boolean): Promise<Response> {
  const text = JSON.stringify(answer)
  c.header('content-type', 'application/json')
  c.header('vary', 'accept-encoding', { append: true })
  const packed = mayPack ? await compressed(text, c.req.raw.headers) : undefined
  if (!packed) return c.body(text)
  c.header('content-encoding', 'gzip')
  return c.body(packed)
}

export type Download = { name: string; type: string; body: ReadableStream<Uint8Array> | string }

function download({ name, type, body }: Download): Response {
  const safe = name.replace(/[^\w.-]+/g, '_')
  return new Response(body, {
    headers: {
      'content-type': type,
      'content-disposition': `attachment; filename="${safe}"`,
      'cache-control': 'no-store',
    },
  })
}

function answerProblem(app: App, error: unknown, c: Context<Env>): Response {
  const problem = error instanceof Problem ? error : unexpected(app, error, c)
  c.header('content-type', 'application/problem+json')
  if (problem.retryAfter) c.header('Retry-After', String(problem.retryAfter))
  return c.body(JSON.stringify(problem.body(c.get('request'))), problem.status as 400)
}

function unexpected(app: App, error: unknown, c: Context<Env>): Problem {
  const { code } = error as { code?: string }
  if (code === '40001' || code === '40P01')
    return limited('Several people changed this at the same moment. Try again.', 1)
  app.log.error(
    {
      request: c.get('request'),
      path: c.req.path,
      error: error instanceof Error ? error.stack : String(error),
    },
    'failed',
  )
  return new Problem(
    'broken',
    `This failed on our side and was written down as ${c.get('request')}. Nothing was changed.`,
  )
}
