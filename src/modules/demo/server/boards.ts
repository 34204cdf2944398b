import type { App } from '../../../kernel/app.ts'
import type { Asked } from '../../../kernel/contract.ts'
import { dashboards, type TileInput } from '../../dashboards/contract.ts'
import { peopleOf } from './people.ts'

type Said = Asked<typeof dashboards.add> & { by: string; sharing: Asked<typeof dashboards.share>['with'] }

const figure = (metric: string, title?: string): TileInput => ({
  metric,
  view: 'figure',
  title: title ?? null,
})
const wide = (tile: TileInput): TileInput => ({ ...tile, size: 2 })

const outcomes: Said = {
  by: 'priya@brindlemoor.example',
  sharing: 'everybody',
  name: 'Outcomes for the CMO',
  description: 'What marketing changed for the business, and what that cost. Start with won value.',
  tiles: [
    figure('won_value'),
    figure('win_rate'),
    figure('cost_per_customer'),
    figure('roi'),
    wide({ metric: 'won_value', view: 'trend' }),
    wide({
      metric: 'attributed_value_w',
      view: 'breakdown',
      by: 'channel',
      title: 'Where won value came from (W model)',
    }),
    wide({ metric: 'won_value', view: 'table', by: 'region' }),
    wide({ metric: 'cost', view: 'breakdown', by: 'channel', title: 'What it cost, by channel' }),
  ],
}

const handover: Said = {
  by: 'rafael@brindlemoor.example',
  sharing: 'roles',
  name: 'Funnel and handover',
  description: 'Leads on their way to sales, how fast they are accepted, and what comes back.',
  tiles: [
    figure('leads'),
    figure('mql'),
    figure('sal'),
    figure('movement_to_opportunity'),
    figure('accepted'),
    figure('days_to_acceptance'),
    figure('rejections'),
    figure('sql'),
    wide({ metric: 'leads', view: 'trend', title: 'New leads' }),
    wide({ metric: 'mql', view: 'breakdown', by: 'channel' }),
    wide({ metric: 'days_to_acceptance', view: 'trend', grain: 'month', title: 'Days until sales accepts' }),
    wide({
      metric: 'rejections',
      view: 'table',
      by: 'rejection_reason',
      title: 'Why sales sends leads back',
    }),
    wide({ metric: 'sql', view: 'breakdown', by: 'owner', title: 'SQL by sales person' }),
    wide({ metric: 'movement_to_opportunity', view: 'trend' }),
  ],
}

/** Two dashboards, written by the same door as anybody’s, each by the person who would have made it. */
export async function writeBoards(app: App): Promise<void> {
  const { as } = await peopleOf(app, 'boards')
  for (const { by, sharing, ...said } of [outcomes, handover]) {
    const owner = as(by.split('@')[0]!)
    const { id } = await owner(dashboards.add, said)
    const roles = sharing === 'roles' ? ['sales-operations', 'director', 'analytics-director'] : []
    await owner(dashboards.share, { id, with: sharing, roles })
  }
}
