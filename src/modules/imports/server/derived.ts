import type { Writer } from '../../../engine/warehouse.ts'

/** What a mart read and made when it was built, and the facts it was built from. */
export type Built = { reads: Set<string>; makes: Set<string>; from: State }

/** The facts as far as somebody who reads some objects can see them: batches with what they hold of these, and the rest. */
export type State = { batches: { batch: number; objects: string[] }[]; rest: string }

/**
 * What figures are derived from: the landed batches with the objects they hold, everything that is configured, and
 * what single marts read of the records, by the name of the mart.
 */
export type Facts = {
  batches: { batch: number; objects: string[] }[]
  settings: string
  records?: Record<string, string>
}

/** How the records a mart reads are named among what it reads. */
export const recordsOf = (mart: string): string => `records.${mart}`

export function stateOf({ batches, settings, records = {} }: Facts, reads: Set<string>): State {
  const seen = batches
    .map(({ batch, objects }) => ({ batch, objects: objects.filter((object) => reads.has(object)) }))
    .filter((one) => one.objects.length > 0)
  const read = Object.entries(records).filter(([mart]) => reads.has(recordsOf(mart)))
  return { batches: seen, rest: [settings, ...read.map(([, state]) => state)].join('/') }
}

const numbers = (state: State): string => state.batches.map((one) => one.batch).join(',')

export const isSame = (before: State, now: State): boolean =>
  before.rest === now.rest && numbers(before) === numbers(now)

/** The batches that have come since, where nothing else has changed and they hold nothing but `object`; else null. */
export function onlyMore(before: State, now: State, object: string): number[] | null {
  const known = new Set(before.batches.map((one) => one.batch))
  const more = now.batches.filter((one) => !known.has(one.batch))
  const isMoreOnly = before.rest === now.rest && now.batches.length - more.length === before.batches.length
  const isOfObject = more.every((one) => one.objects.every((name) => name === object))
  return isMoreOnly && isOfObject ? more.map((one) => one.batch) : null
}

/** A writer that notes the statements it runs: what a mart depends on is read off what it does, so it cannot be out of date. */
export function noting(write: Writer): { write: Writer; statements: string[] } {
  const statements: string[] = []
  const run: Writer['run'] = (sql, params) => {
    statements.push(sql)
    return write.run(sql, params)
  }
  const query = ((sql, params) => {
    statements.push(sql)
    return write.query(sql, params)
  }) as Writer['query']
  const columns: Writer['columns'] = (sql, params) => {
    statements.push(sql)
    return write.columns(sql, params)
  }
  const noted = Object.create(write, {
    run: { value: run },
    query: { value: query },
    columns: { value: columns },
  }) as Writer
  return { write: noted, statements }
}

/** The mapped objects behind statements, those behind earlier marts included, and the tables they make. */
export function tracesOf(statements: string[], earlier: Built[]): Pick<Built, 'reads' | 'makes'> {
  const text = statements.join(';\n')
  const makes = new Set(names(text, /create or replace (?:table|view) mart\.(\w+)/g))
  const reads = new Set(names(text, /\bmapped\.(\w+)/g))
  for (const table of names(text, /\bmart\.(\w+)/g))
    for (const mart of earlier) if (mart.makes.has(table)) for (const object of mart.reads) reads.add(object)
  return { reads, makes }
}

const names = (text: string, shape: RegExp): string[] =>
  [...text.matchAll(shape)].map((match) => match[1] as string)
