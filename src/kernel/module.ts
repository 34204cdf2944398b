import type { z } from 'zod'
import type { App } from './app.ts'
import type { Contract, EventType, In, Out, Route } from './contract.ts'
import type { Ctx } from './ctx.ts'

export type Handler<R extends Route> = (ctx: Ctx, input: In<R>) => Promise<Out<R>>
type Handlers<C extends { $contract: Contract }> = {
  [K in keyof C as C[K] extends Route ? K : never]: C[K] extends Route ? Handler<C[K]> : never
}

export type Happened<P = unknown> = { type: string; subject: string; payload: P }
export type Listener = { event: EventType; hear: (ctx: Ctx, happened: Happened<never>) => Promise<void> }

/** Answer, in the same transaction, something that happened in a module below. */
export const on = <P extends z.ZodType>(
  event: EventType<P>,
  hear: (ctx: Ctx, happened: Happened<z.output<P>>) => Promise<void>,
): Listener => ({ event, hear: hear as Listener['hear'] })

export type Job<P = unknown> = {
  name: string
  /** Runs at least once; must be safe to run again. Everything it does goes through `app.perform`. */
  run: (app: App, payload: P) => Promise<void>
  /** Cron expression in UTC, for a job nobody asks for. */
  every?: string
  /** Waits so many seconds; whoever asks for it meanwhile has asked for the same run. */
  gathersForSeconds?: number
}

/** A job is named `module.verb`. */
export const job = <P>(
  name: string,
  run: Job<P>['run'],
  when: Pick<Job, 'every' | 'gathersForSeconds'> = {},
): Job<P> => ({ name, run, ...when })

export type Module = {
  name: string
  contract: Contract
  handlers: Record<string, Handler<Route>>
  listeners: Listener[]
  jobs: Job<never>[]
  /** Fill ports; runs before anything is asked. */
  provide?: (app: App) => void
  /** Runs after migrations and before the first request: recovery of what a crash left behind. */
  start?: (app: App) => Promise<void>
  /** Runs once jobs are taken: take up again what a crash interrupted. */
  ready?: (app: App) => Promise<void>
  stop?: (app: App) => Promise<void>
}

/** Put a module together; every route of the contract must have its handler. */
export function defineModule<C extends { $contract: Contract }>(
  contract: C,
  handlers: Handlers<C>,
  more: Partial<Pick<Module, 'listeners' | 'provide' | 'start' | 'ready' | 'stop'>> & {
    jobs?: Job<never>[]
  } = {},
): Module {
  return {
    name: contract.$contract.module,
    contract: contract.$contract,
    handlers: handlers as unknown as Module['handlers'],
    listeners: more.listeners ?? [],
    jobs: more.jobs ?? [],
    ...(more.provide ? { provide: more.provide } : {}),
    ...(more.start ? { start: more.start } : {}),
    ...(more.ready ? { ready: more.ready } : {}),
    ...(more.stop ? { stop: more.stop } : {}),
  }
}
