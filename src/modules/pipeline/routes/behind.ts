import { z } from 'zod'
import { route } from '../../../kernel/contract.ts'
import { paged, pageOf } from '../../../kernel/paging.ts'
import { Behind, cohort, count, day, Fate, text } from '../things.ts'

export const behind = {
  explain: route({
    method: 'GET',
    path: '/pipeline/explanation',
    access: 'metrics:read',
    summary: 'List the people or opportunities behind a figure of the funnel, and the imports they came with',
    input: z.object({
      ...cohort,
      ...paged(100),
      kind: z.enum(['contact', 'opportunity']).optional(),
      /** The stage whose date places them in the period; the first one when left out. */
      entered: text.optional(),
      /** Only those who reached this stage, too, within so many days of the one they entered. */
      reached: text.optional(),
      within: count.min(1).max(3650).optional(),
      /** What became of them in the stage they reached, or else entered. */
      fate: Fate.optional(),
      /** In days; for the fate `late`. */
      olderThan: z.number().min(0).default(0),
      /** As things stood at the end of this day. */
      asOf: day.optional(),
    }),
    output: pageOf(Behind).extend({
      imports: z.array(
        z.object({ id: text, file: text, title: text, source: text, landedAt: text, rows: count }),
      ),
    }),
  }),
}
