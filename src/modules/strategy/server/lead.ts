import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { leadTest } from '../../../methods/lead-test.ts'
import type { strategy } from '../contract.ts'
import type { Lead } from '../things/kpi.ts'
import { here, requireMetric, seriesOf } from './figures.ts'

const most = 156

/** Whether one metric leads another in the weeks that both have, three years at most. */
export async function testLead(ctx: Ctx, { metric, leads }: In<typeof strategy.testLead>): Promise<Lead> {
  const outcome = requireMetric(ctx, leads)
  const own = new Map(
    (await seriesOf(ctx, requireMetric(ctx, metric), 'week')).map((one) => [one.startsOn, one.value]),
  )
  const pairs = (await seriesOf(ctx, outcome, 'week'))
    .filter((one) => own.has(one.startsOn))
    .slice(-most)
    .map((one) => [own.get(one.startsOn)!, one.value] as const)
  const found = leadTest(
    pairs.map(([lead]) => lead),
    pairs.map(([, value]) => value),
  )
  return {
    metric: leads,
    title: outcome.title,
    verdict: found.verdict,
    says: found.says.replaceAll('periods', 'weeks').replaceAll('period', 'week'),
    lag: found.lag,
    correlation: found.correlation,
    periods: found.n,
    testedOn: (await here(ctx)).today,
  }
}

/** Of values kept by hand there is nothing to test on. */
export async function untested(ctx: Ctx, leads: string): Promise<Lead> {
  return {
    metric: leads,
    title: requireMetric(ctx, leads).title,
    verdict: 'unproven',
    says: 'Its values are kept by hand; there are no rows to test the lead on.',
    lag: null,
    correlation: null,
    periods: 0,
    testedOn: (await here(ctx)).today,
  }
}
