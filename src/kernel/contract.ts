import './sentences.ts'
import type { z } from 'zod'

/** Who may call a route: anybody, any signed-in person, or those with a permission (`noun:verb`). */
export type Access = 'public' | 'member' | `${string}:${string}`
export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

export type Declaration<I extends z.ZodType, O extends z.ZodType> = {
  method: Method
  /** Nouns below /api; `{name}` takes a field of the input. */
  path: `/${string}`
  access: Access
  /** One sentence in the imperative; shown in the reference, the command line and the permission page. */
  summary: string
  input: I
  output: O
  /** The request body is a file, streamed; the rest of the input travels in the query string. */
  upload?: true
  /** The answer is a file; the output schema describes `{ name, type, body }` and is not sent as JSON. */
  download?: true
  /** The answer holds a secret or a cookie: it is not kept to answer a repeated Idempotency-Key with. */
  secret?: true
}

export type Route<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> = Declaration<I, O> & {
  /** `module.verb`, stamped by `contract`. */
  id: string
  module: string
}

/** What a caller passes in, and what a handler receives after defaults were filled in. */
export type Asked<R extends Route> = z.input<R['input']>
export type In<R extends Route> = z.output<R['input']>
export type Out<R extends Route> = z.output<R['output']>

/** Something that happened, in the past tense, with the sentence people read in the feed. */
export type EventDeclaration<P extends z.ZodType = z.ZodType> = {
  words: string
  payload: P
  /** Who may read of it, besides reading the feed: those with this permission. */
  needs?: `${string}:${string}`
  /** Those whose payload field begins so are for holders of another permission only. */
  some?: { field: string; begins: string; need: `${string}:${string}` }
}
export type EventType<P extends z.ZodType = z.ZodType> = EventDeclaration<P> & { id: string; module: string }

export type Contract = { module: string; routes: Record<string, Route>; events: Record<string, EventType> }

/** Declare one route; `access` is compulsory, so nobody can forget to say who may. */
export const route = <I extends z.ZodType, O extends z.ZodType>(declaration: Declaration<I, O>) => declaration

/**
 * Declare one event; `words` may name payload fields in braces: `closed the period {period}`. With `needs` the feed
 * shows it only to those who may read what it tells; with `some` it needs more of those that begin in a certain way.
 */
export const event = <P extends z.ZodType>(
  words: string,
  payload: P,
  needs?: EventDeclaration['needs'],
  some?: EventDeclaration['some'],
): EventDeclaration<P> => ({ words, payload, ...(needs ? { needs } : {}), ...(some ? { some } : {}) })

type Named<R, E> = { [K in keyof R]: R[K] extends Declaration<infer I, infer O> ? Route<I, O> : never } & {
  events: { [K in keyof E]: E[K] extends EventDeclaration<infer P> ? EventType<P> : never }
} & { $contract: Contract }

/**
 * Name a module's routes and events: `contract('budget', { lines, approve }, { lineApproved })` gives
 * `budget.lines.id === 'budget.lines'` and `budget.events.lineApproved.id === 'budget.lineApproved'`.
 */
export function contract<
  const R extends Record<string, Declaration<z.ZodType, z.ZodType>>,
  const E extends Record<string, EventDeclaration> = Record<never, EventDeclaration>,
>(module: string, routes: R, events: E = {} as E): Named<R, E> {
  const named = Object.fromEntries(
    Object.entries(routes).map(([name, declared]) => [
      name,
      { ...declared, id: `${module}.${name}`, module },
    ]),
  )
  const happened = Object.fromEntries(
    Object.entries(events).map(([name, declared]) => [
      name,
      { ...declared, id: `${module}.${name}`, module },
    ]),
  )
  const $contract: Contract = { module, routes: named, events: happened }
  return { ...named, events: happened, $contract } as unknown as Named<R, E>
}
