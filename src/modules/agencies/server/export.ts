import { tableFile } from '../../../engine/table-file.ts'
import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import type { agencies } from '../contract.ts'
import { stateTitles } from '../rules.ts'
import { deliverablesOf } from './show.ts'

const heading = 'agency,campaign,deliverable,due_on,state,late,delivered_on,delivered_by,link,reason,note'

export async function exportDeliverables(
  ctx: Ctx,
  { format, ...filter }: In<typeof agencies.exportDeliverables>,
) {
  const rows = (await deliverablesOf(ctx, filter)).map((one) => {
    const [last] = one.deliveries
    return [
      ...[one.agency.name, one.campaign.name, one.what, one.dueOn, stateTitles[one.state]],
      ...[one.isLate ? 'yes' : 'no', last?.on ?? '', last?.by ?? '', last?.link ?? '', last?.reason ?? ''],
      one.note,
    ]
  })
  return tableFile(format, { name: 'agency-deliverables', heading: heading.split(','), rows })
}
