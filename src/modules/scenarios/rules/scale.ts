import { roundedTogether } from '../../../methods/rounding.ts'

const sum = (amounts: readonly number[]): number => amounts.reduce((all, one) => all + one, 0)

/** Months from a place on, scaled by a percentage; the minor units add up to the scaled sum. */
export function scaled(months: readonly number[], percent: number, from: number): number[] {
  const tail = months.slice(from).map((minor) => minor * (1 + percent / 100))
  return [...months.slice(0, from), ...roundedTogether(tail, 1, Math.round(sum(tail)))]
}

/** Months from a place on with an amount less or more in all, spread as they are; evenly where there is nothing. */
export function spread(months: readonly number[], minor: number, from: number): number[] {
  const tail = months.slice(from)
  const all = sum(tail)
  const parts = tail.map((one) => one + (all > 0 ? (minor * one) / all : minor / tail.length))
  return [...months.slice(0, from), ...roundedTogether(parts, 1, all + minor)]
}

/** What is free to be moved away from a place on. */
export const freeFrom = (months: readonly number[], from: number): number => sum(months.slice(from))

type Copy = { base: readonly number[]; months: readonly number[] }

/** The months of a line brought up to date: those the scenario changed stay, the others follow the budget. */
export const merged = ({ base, months }: Copy, now: readonly number[]): number[] =>
  months.map((minor, at) => (minor === base[at] ? now[at]! : minor))
