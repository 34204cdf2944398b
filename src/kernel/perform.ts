import type { z } from 'zod'
import { type Actor, mayCall } from './actor.ts'
import type { App, Mounted } from './app.ts'
import type { Asked, Out, Route } from './contract.ts'
import { type Ctx, createCtx, Minutes } from './ctx.ts'
import { whyNotInOrder } from './day-order.ts'
import type { Database } from './db/database.ts'
import { forbidden, invalid, missing, unauthenticated } from './errors.ts'
import { append } from './events.ts'
import { recall, remember } from './idempotency.ts'
import { newId } from './ids.ts'
import { unkeepable } from './keepable.ts'
import { asSentence } from './sentences.ts'
import { nameOf } from './spoken-names.ts'
import { inTurn, waitingIn } from './turns.ts'

export type Call = {
  actor: Actor
  /** Which door: http, cli, job, test. */
  via: string
  request?: string
  /** Same key and same input answer the same again, without acting twice. */
  idempotencyKey?: string
  /** Body of an upload. */
  file?: ReadableStream<Uint8Array>
  address?: string
  agent?: string
  /** Receives the headers that the command sends with its answer. */
  reply?: Headers
}

const tries = 8

/**
 * The only way in, for every door: find, admit, parse, act in one transaction, refuse silent changes, let listeners
 * answer, present; after the commit tell the others. Throws a `Problem` with the reason.
 */
export async function perform<R extends Route>(
  app: App,
  asked: R,
  input: Asked<R>,
  call: Call,
): Promise<Out<R>> {
  const mounted = app.routes.get(asked.id)
  if (!mounted) throw missing(`The route ${asked.id}`)
  const { route } = mounted

  if (!mayCall(route.access, call.actor)) {
    if (call.actor.kind === 'anonymous') throw unauthenticated()
    throw forbidden(
      `You need the permission “${route.access}” to do this. Whoever manages roles can give it to you.`,
    )
  }

  const parsed = parse(route.input, input)
  if (route.upload) (parsed as { file?: unknown }).file = call.file

  const answer =
    route.method === 'GET' ? await read(app, mounted, parsed, call) : await write(app, mounted, parsed, call)
  return route.download ? (answer as Out<R>) : (route.output.parse(answer) as Out<R>)
}

function parse(schema: z.ZodType, input: unknown): unknown {
  const result = schema.safeParse(input ?? {})
  if (result.success) {
    const reversed = whyNotInOrder(result.data)
    if (reversed) throw invalid(reversed, [{ field: 'to', message: reversed }])
    const at = unkeepable(result.data)
    if (at)
      throw invalid(
        `${nameOf(at)} holds a character that cannot be kept. Take it out, or type the text anew.`,
      )
    return result.data
  }
  const fields = result.error.issues.map((issue) => ({ field: issue.path.join('.'), message: issue.message }))
  const [first] = result.error.issues
  throw invalid(first ? asSentence(first) : 'The input does not fit.', fields)
}

const context = (app: App, call: Call, db: Database, minutes?: Minutes): Ctx =>
  createCtx(
    {
      transact: (work) => {
        if (minutes) throw new Error('A transaction is open already.')
        return retrying(() => transact(app, call, 'a step', work))
      },
      actor: call.actor,
      now: app.clock(),
      via: call.via,
      request: call.request ?? newId('req', app.clock().getTime()),
      address: call.address ?? call.via,
      agent: call.agent ?? call.via,
      use: (port) => app.services.useAs(port, call.actor),
    },
    db,
    minutes,
  )

async function read(app: App, mounted: Mounted, input: unknown, call: Call): Promise<unknown> {
  return mounted.handler(context(app, call, app.db), input)
}

async function write(app: App, mounted: Mounted, input: unknown, call: Call): Promise<unknown> {
  if (mounted.route.upload) return once(app, mounted, input, call)
  return retrying(() => once(app, mounted, input, call), mounted.route.module)
}

/**
 * Two transactions that cannot both hold: the loser tries again, in its turn among the losers of the same module. While
 * some wait, newcomers wait behind them: otherwise those who come always win over those who were there.
 */
export async function retrying<T>(work: () => Promise<T>, module = ''): Promise<T> {
  if (waitingIn(module) === 0)
    try {
      return await work()
    } catch (error) {
      if (!isRetryable(error)) throw error
    }
  return inTurn(module, () => again(work))
}

async function again<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work()
    } catch (error) {
      if (!isRetryable(error) || attempt === tries) throw error
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 5 * attempt))
    }
  }
}

async function once(app: App, mounted: Mounted, input: unknown, call: Call): Promise<unknown> {
  if (mounted.route.upload) return mounted.handler(context(app, call, app.db), input)
  return transact(app, call, mounted.route.id, async (ctx, tx) => {
    const before = await recall(tx, mounted.route, input, call)
    if (before) return before

    const done = await mounted.handler(ctx, input)
    await remember(tx, ctx, mounted.route, input, call, done)
    return done
  })
}

/**
 * One serializable transaction with everything that belongs to it: changes, events, listeners, jobs. Tells the others
 * after the commit. Used by `perform`, and by jobs and uploads whose long work lies between short transactions.
 */
export async function transact<T>(
  app: App,
  call: Call,
  what: string,
  work: (ctx: Ctx, tx: Database) => Promise<T>,
): Promise<T> {
  const minutes = new Minutes()
  const answer = await app.db
    .transaction()
    .setIsolationLevel('serializable')
    .execute(async (tx) => {
      const ctx = context(app, call, tx, minutes)
      const done = await work(ctx, tx)
      minutes.settle()
      if (minutes.touched && minutes.events.length === 0)
        throw new Error(`${what} changed rows and recorded nothing.`)

      await hear(app, ctx, minutes)
      await append(tx, ctx, minutes.events)
      await app.jobs.enqueue(tx, minutes.jobs)
      return done
    })
  app.committed(minutes)
  for (const [name, value] of minutes.headers) call.reply?.append(name, value)
  return answer
}

/** Listeners may record more, which is heard in turn; what the command itself recorded is as much as it is. */
async function hear(app: App, ctx: Ctx, minutes: Minutes): Promise<void> {
  const most = minutes.events.length + 500
  for (let index = 0; index < minutes.events.length; index += 1) {
    if (index > most) throw new Error('Listeners keep answering each other.')
    const { type, subject, payload } = minutes.events[index]!
    for (const listener of app.listeners.get(type.id) ?? [])
      await listener.hear(ctx, { type: type.id, subject, payload: payload as never })
    minutes.settle()
  }
}

/** Of two that write the same name at once the later tries again, sees the other, and can say so in a sentence. */
const isRetryable = (error: unknown): boolean => {
  const { code } = error as { code?: string }
  return code === '40001' || code === '40P01' || code === '23505'
}
