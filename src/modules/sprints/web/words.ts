import type { Measure, Sprint } from '../contract.ts'

export const measureNames: Record<Measure, string> = { hours: 'Hours', points: 'Points', items: 'Items' }
const short: Record<Measure, string> = { hours: 'h', points: 'points', items: 'items' }

const rounded = (value: number): string => (Math.round(value * 10) / 10).toLocaleString('en')

/** An amount in the measure of its sprint: “12.5 h”. */
export const amount = (value: number, measure: Measure): string => `${rounded(value)} ${short[measure]}`

export const stateNames: Record<Sprint['state'], string> = {
  planned: 'Planned',
  open: 'Running',
  closed: 'Ended',
}
export const stateTones = { planned: 'info', open: 'accent', closed: 'neutral' } as const

export const percent = (share: number): string => `${Math.round(share * 100)} %`
