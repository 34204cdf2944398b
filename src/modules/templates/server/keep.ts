import type { Ctx } from '../../../kernel/ctx.ts'
import { conflict } from '../../../kernel/errors.ts'
import { daysBetween } from '../../../methods/days.ts'
import type { Brief } from '../../campaigns/contract.ts'
import { requireCampaign, rowsBelow } from '../../campaigns/server/index.ts'
import type { Definition, Template } from '../contract.ts'
import { stepRows } from './known.ts'
import { insertTemplate } from './templates.ts'

const partsOf = ({
  startsOn: _first,
  endsOn: _last,
  approvals: _who,
  ...parts
}: Brief): Definition['brief'] => parts
const lengthOf = ({ startsOn, endsOn }: Brief): number => daysBetween(startsOn, endsOn) + 1

/** Make a template of a campaign: what is sure to be the same the next time. */
export async function keep(ctx: Ctx, { id, name }: { id: string; name: string }): Promise<Template> {
  const { level, brief } = await requireCampaign(ctx, id)
  if (level === 'programme') throw conflict('A programme has no template; make one of one of its campaigns.')
  const below = (await rowsBelow(ctx, id)).filter((one) => one.state !== 'stopped')
  const rows = await stepRows(ctx, id)
  const keys = new Map(rows.map((row, at) => [row.id, `step-${at + 1}`]))
  const definition: Definition = {
    level,
    runs: lengthOf(brief),
    brief: partsOf(brief),
    tactics: below
      .filter((one) => one.brief.startsOn >= brief.startsOn && one.brief.endsOn <= brief.endsOn)
      .map((one) => ({
        name: one.name,
        begins: daysBetween(brief.startsOn, one.brief.startsOn),
        runs: lengthOf(one.brief),
        brief: partsOf(one.brief),
      })),
    steps: rows.map((row) => ({
      key: keys.get(row.id)!,
      name: row.name,
      days: row.days,
      after: row.after.flatMap((one) => keys.get(one) ?? []),
      ownerId: row.owner_id,
    })),
  }
  return insertTemplate(ctx, { name, definition, reason: 'Made of a campaign' })
}
