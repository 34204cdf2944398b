import { minorDigits } from '../../../methods/money.ts'
import { useUrl } from '../../../ui/useUrl.ts'
import type { Limit } from '../contract.ts'

export const aims = ['budget', 'return', 'marginal'] as const
type Mode = (typeof aims)[number]

const number = (said: string): number | undefined => {
  const value = Number(said)
  return said.trim() !== '' && Number.isFinite(value) && value >= 0 ? value : undefined
}

/** Limits as the address keeps them: `TV=0.7..1.3|Print=0..2`. */
export function limitsFrom(said: string): Limit[] {
  return said.split('|').flatMap((one) => {
    const match = /^(.+)=(\d+(?:\.\d+)?)\.\.(\d+(?:\.\d+)?)$/.exec(one)
    return match ? [{ channel: match[1]!, lo: Number(match[2]), hi: Number(match[3]) }] : []
  })
}

export const limitsTo = (limits: readonly Limit[]): string =>
  limits.map(({ channel, lo, hi }) => `${channel}=${lo}..${hi}`).join('|')

/** What the address asks of a proposal. */
export function useAsking(currency: string) {
  const [wanted, setMode] = useUrl('aim', 'budget')
  const mode: Mode = aims.find((one) => one === wanted) ?? 'budget'
  const [budget, setBudget] = useUrl('budget')
  const [least, setLeast] = useUrl('least')
  const [change, setChange] = useUrl('change', '30')
  const [said, setLimits] = useUrl('limits')
  const amount = number(budget)
  const limits = limitsFrom(said)
  const asking = {
    mode,
    ...(mode === 'budget' && amount !== undefined
      ? { budgetMinor: Math.round(amount * 10 ** minorDigits(currency)) }
      : {}),
    ...(mode === 'budget' ? {} : { least: number(least) ?? 1 }),
    change: Math.min(10, (number(change) ?? 30) / 100),
    limits,
  }
  return {
    asking,
    shown: { mode, budget, least: mode === 'budget' ? least : least || '1', change },
    setMode,
    setBudget,
    setLeast,
    setChange,
    setLimits: (limits: readonly Limit[]) => setLimits(limitsTo(limits)),
  }
}

export type Asking = ReturnType<typeof useAsking>
