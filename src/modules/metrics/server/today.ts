import type { Ctx } from '../../../kernel/ctx.ts'
import { type Day, dayIn } from '../../../methods/fiscal.ts'
import { organisation } from '../../imports/server/index.ts'

/** The calendar day it is where the organisation is. */
export const todayOf = async (ctx: Ctx): Promise<Day> => dayIn((await organisation(ctx.db)).zone, ctx.now)
