import { type Kpi, strategy } from '../modules/strategy/contract.ts'
import { type Company, startCompany } from './company.ts'

/** The fiscal year of Northwind, which starts in February. */
export const year = { from: '2026-02-01', to: '2027-01-31' }

export const byHand = {
  title: 'Customers who renewed',
  words: 'Of those whose contract ended.',
  source: 'The renewals sheet of sales',
  ...({ unit: 'ratio', kind: 'outcome', better: 'up', isCumulative: false } as const),
}

/** Pia reports to Marco, he to Ana, and she to nobody. */
export function kpisOf(northwind: Company) {
  let proposed = 0
  /** Each a figure of its own: one owner promises one figure once at a time. */
  const another = () => {
    proposed += 1
    return { manual: { ...byHand, title: `${byHand.title}, list ${proposed}` } }
  }
  const renewals = () => ({
    ...{ name: 'Renewals', manual: byHand, ...year, baseline: 0.8, target: 0.9 },
    ...{ ownerId: northwind.ids.pia, decision: 'Whether to hire for customer marketing' },
    why: 'Renewals are half of revenue',
  })
  const propose = (more: object = {}) =>
    northwind.as('marco')(strategy.proposeKpi, { ...renewals(), ...another(), ...more })
  return {
    renewals,
    propose,
    show: (id: string) => northwind.as('vera')(strategy.kpi, { id }),
    async signed(more: object = {}): Promise<Kpi> {
      const { id } = await propose(more)
      await northwind.as('marco')(strategy.signKpi, { id })
      return northwind.as('ana')(strategy.signKpi, { id })
    },
  }
}

/** Northwind with those who sign: who is asked at once has joined before. */
export async function startKpis(clock: () => Date) {
  const northwind = await startCompany({ work: false, clock })
  for (const name of ['carol', 'ana', 'marco'] as const) await northwind.actorOf(name)
  return { northwind, ...kpisOf(northwind) }
}
