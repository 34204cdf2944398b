import { inWords } from './amounts.ts'

export type Year = { label: string; state: 'draft' | 'approved' }
type Line = { name: string; kind: string; isPlaceholder: boolean; isRemoved: boolean }

/** What people cost is for those with the right for it. */
export const isHeadcount = (line: { kind: string }): boolean => line.kind === 'people'

/** Years on either side of the running one whose budget can be opened. */
const reach = 10

/** Why the fiscal year that holds a day cannot be opened; null when it can. Both are days. */
export const whyNotOpen = (day: string, today: string): string | null =>
  Math.abs(Number(day.slice(0, 4)) - Number(today.slice(0, 4))) <= reach
    ? null
    : `${day} is more than ${reach} years away; a budget is opened for a year nearer to today.`

export const whyNotApprovePlan = (year: Year, lines: number): string | null => {
  if (year.state === 'approved') return `The plan of ${year.label} is approved already; it stays as it is.`
  return lines === 0 ? `The plan of ${year.label} has no line yet. Add lines or import a table first.` : null
}

/** Why the plan of a year cannot be written; null when it can. */
export const whyNotPlan = (year: Year): string | null =>
  year.state === 'approved'
    ? `The plan of ${year.label} is approved and frozen. Change the forecast, or move budget with a transfer.`
    : null

/** Why nothing can be spent on a line, whatever the amount; null when something can. */
export function whyNotSpendOn(line: Line, year: Year): string | null {
  if (line.isRemoved) return `The line “${line.name}” was removed.`
  if (year.state !== 'approved')
    return `The plan of ${year.label} is not approved yet; nothing is spent on it before.`
  if (line.isPlaceholder)
    return `“${line.name}” is a placeholder that reserves its budget. Say what it is for first, or move its budget to a line.`
  if (isHeadcount(line))
    return 'A headcount line takes no orders and no invoices: what people cost reaches the ledger as a people share on Costs.'
  return null
}

/** Why an amount does not fit into a line; null when it does. Amounts are in the line's currency. */
export const whyNotFit = (
  line: { name: string; currency: string },
  available: number,
  minor: number,
): string | null =>
  minor <= available
    ? null
    : `“${line.name}” has ${inWords(Math.max(0, available), line.currency)} available, and this takes ${inWords(minor, line.currency)}. Move budget to it with a transfer first.`

export const whyNotNow = (seen: number, now: number, by: string, name: string): string | null =>
  seen === now
    ? null
    : `${by} changed “${name}” since you loaded it. Load the budget again and repeat your change.`

/** Why a line cannot be removed; null when it can. */
export function whyNotRemove(
  line: Line & { moved: number; plan: readonly number[] },
  year: Year,
  used: boolean,
) {
  if (line.isRemoved) return `The line “${line.name}” was removed already.`
  if (used) return `“${line.name}” has orders, invoices, requests or transfers; it stays for the record.`
  if (year.state === 'approved' && line.plan.some((minor) => minor > 0))
    return `“${line.name}” is part of the approved plan. Move its budget away with a transfer instead.`
  return null
}

/** Why a removed line cannot be put back; null when it can. */
export function whyNotRestore(line: Line & { plan: readonly number[] }, year: Year): string | null {
  if (!line.isRemoved) return 'This line is there; nothing to put back.'
  return year.state === 'approved' && line.plan.some((minor) => minor > 0)
    ? `The plan of ${year.label} was approved without “${line.name}”. Add a new line and move budget to it.`
    : null
}

type Side = Line & { id: string; currency: string; year: Year & { id: string }; free: number }

/** Why budget cannot be moved from one line to another; null when it can. */
export function whyNotMove(from: Side, to: Side, minor: number): string | null {
  if (from.id === to.id) return 'Choose another line to move the budget to.'
  const gone = [from, to].find((one) => one.isRemoved)
  if (gone) return `The line “${gone.name}” was removed.`
  if (from.year.id !== to.year.id) return 'Budget moves within one fiscal year.'
  if (from.year.state !== 'approved')
    return `The plan of ${from.year.label} is not approved yet: change the plan itself.`
  return minor <= from.free
    ? null
    : `“${from.name}” has ${inWords(Math.max(0, from.free), from.currency)} to give, and this takes ${inWords(minor, from.currency)}.`
}

/** Why a day cannot be booked in a year; null when it can. */
export const whyNotInYear = (
  day: string,
  year: { label: string; months: readonly string[]; ends_on: string },
) =>
  day < (year.months[0] ?? '') || day > year.ends_on
    ? `${day} lies outside of ${year.label}, which runs from ${year.months[0]} to ${year.ends_on}. Book it on a line of its own year.`
    : null
