import type { Ctx } from '../../../kernel/ctx.ts'
import { service } from '../../../kernel/service.ts'
import type { Earliest, Price } from '../things.ts'

export type Wish = { boardId: string | null; wishedOn: string | null }
export type Weight = { minutes: number | null; isVision: boolean; displacesId?: string | undefined }
type Contact = { area: string; who: string; how: string }

/** Where modules that know more of capacity, of the vision share and of whom to ask answer instead. */
export type IntakePorts = {
  earliest: (ctx: Ctx, wish: Wish) => Promise<Earliest>
  price: (ctx: Ctx, weight: Weight) => Promise<Price>
  /** Whom to ask for what, as everybody may read it. */
  contacts: (ctx: Ctx) => Promise<Contact[]>
}

export const intakePorts = service<IntakePorts>('intake.ports')
