import type { Ctx } from '../../../kernel/ctx.ts'
import { dayIn } from '../../../methods/days.ts'
import { settings } from '../../identity/server/index.ts'

/** The day it is in the organisation. */
export const todayOf = async (ctx: Ctx): Promise<string> => dayIn((await settings(ctx.db)).timeZone, ctx.now)
