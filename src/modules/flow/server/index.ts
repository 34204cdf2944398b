import type { Ctx } from '../../../kernel/ctx.ts'
import { defineModule } from '../../../kernel/module.ts'
import { listTeams } from '../../identity/server/index.ts'
import { types, visibleBoards } from '../../work/server/index.ts'
import { flow } from '../contract.ts'
import { adherence } from './adherence.ts'
import { forecast } from './forecast.ts'
import { replanned } from './replanned.ts'
import { show } from './show.ts'

const named = ({ id, name }: { id: string; name: string }) => ({ id, name })

async function choices(ctx: Ctx) {
  return {
    boards: (await visibleBoards(ctx, false)).map(named),
    types: (await types(ctx)).items.map(named),
    teams: (await listTeams(ctx)).teams.map(named),
  }
}

export const flowModule = defineModule(flow, { show, forecast, adherence, replanned, choices })
