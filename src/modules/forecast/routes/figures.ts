import { z } from 'zod'
import { route } from '../../../kernel/contract.ts'
import { conditions, count, day, Grain, MetricForecast, Outliers, text } from '../things.ts'

export const figureRoutes = {
  show: route({
    method: 'GET',
    path: '/forecast/{metric}',
    access: 'metrics:read',
    summary: 'Forecast a metric with its limits, and how wrong the same method would have been',
    input: z.object({
      metric: text,
      grain: Grain.default('month'),
      /** Periods ahead; a quarter of a year of weeks, half a year of months, a year of quarters unless said. */
      horizon: count.min(1).max(104).optional(),
      /** First and last day of the history to learn from. */
      from: day.optional(),
      to: day.optional(),
      where: conditions,
      /** `pulled_in`: extremes are pulled in and a lasting shift is taken out before forecasting; the limits count what came. */
      outliers: Outliers.default('kept'),
    }),
    output: MetricForecast,
  }),
}
