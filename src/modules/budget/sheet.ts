import { z } from 'zod'
import { type Line, text, Year } from './things.ts'

/** Fields with an amount for each month, laid end to end; of most lines the last three hold nothing. */
const always = ['plan', 'forecast'] as const
const seldom = ['committed', 'actual', 'accrued'] as const

/**
 * The lines of a year by column, in a third of the bytes: what all lines have alike stands once. `unpacked` makes
 * lines of it again.
 */
export const Sheet = z.object({
  /** How many lines there are. */
  lines: z.number().int(),
  /** Fields in which all lines agree. */
  same: z.record(text, z.unknown()),
  /** Of the other fields one value for each line. */
  columns: z.record(text, z.array(z.unknown())),
  /** Twelve amounts for each line. */
  months: z.object({ plan: z.array(z.number()), forecast: z.array(z.number()) }),
  /** Lines that have amounts there, by their place among all, and twelve amounts for each of them. */
  some: z.record(text, z.object({ at: z.array(z.number()), minor: z.array(z.number()) })),
})
export type Sheet = z.infer<typeof Sheet>

export const SheetOfYear = z.object({
  year: Year.nullable(),
  sheet: Sheet,
  /** What is left out, and why. */
  notes: z.array(text),
})

type Whole = Record<string, unknown>
const fieldsOf = (line: Line | undefined): string[] =>
  Object.keys(line ?? {}).filter((name) => ![...always, ...seldom, 'owner'].includes(name))

export function packed(lines: readonly Line[]): Sheet {
  const [first] = lines
  const sheet: Sheet = {
    ...{ lines: lines.length, same: {}, columns: {}, some: {} },
    months: { plan: lines.flatMap((line) => line.plan), forecast: lines.flatMap((line) => line.forecast) },
  }
  const put = (name: string, of: (line: Line) => unknown) => {
    const value = of(first!)
    if (lines.every((line) => of(line) === value)) sheet.same[name] = value
    else sheet.columns[name] = lines.map(of)
  }
  for (const name of fieldsOf(first)) put(name, (line) => (line as Whole)[name])
  if (first) {
    put('ownerId', (line) => line.owner.id)
    put('ownerName', (line) => line.owner.name)
  }
  for (const name of seldom) {
    const at = [...lines.keys()].filter((place) => lines[place]![name] !== null)
    sheet.some[name] = { at, minor: at.flatMap((place) => lines[place]![name]!) }
  }
  return sheet
}

/** Lines as they were before they were packed. */
export function unpacked({ lines: many, same, columns, months, some }: Sheet): Line[] {
  const { ownerId, ownerName, ...shared } = same
  const { ownerId: ids, ownerName: names, ...listed } = columns
  const fields = Object.entries(listed)
  const lines = Array.from({ length: many }, (_, place) => {
    const line: Whole = {
      ...shared,
      ...{ committed: null, actual: null, accrued: null },
      owner: { id: ids ? ids[place] : ownerId, name: names ? names[place] : ownerName },
      plan: twelve(months.plan, place),
      forecast: twelve(months.forecast, place),
    }
    for (const [name, values] of fields) line[name] = values[place]
    return line as Line
  })
  for (const name of seldom)
    for (const [nth, place] of (some[name]?.at ?? []).entries())
      lines[place]![name] = twelve(some[name]!.minor, nth)
  return lines
}

const twelve = (amounts: readonly number[], nth: number): number[] => amounts.slice(nth * 12, nth * 12 + 12)
