import type { Ctx } from '../../../kernel/ctx.ts'
import { invalid } from '../../../kernel/errors.ts'
import { directory } from '../../identity/server/index.ts'
import type { Field } from '../contract.ts'
import { type Said, type Values, valuesAfter, whatFieldLacks, whyNotValues } from '../rules.ts'
import { definitionsOf, isSeen } from './definitions.ts'

type Change = { before: Values; said: Said }

/** As `keptValues`, for many records: what fields there are is read once. */
export async function valueKeeper(ctx: Ctx, kind: string): Promise<(change: Change) => Values> {
  const seen = (await definitionsOf(ctx, [kind])).filter((one) => isSeen(ctx, one))
  const { rows } = await directory(ctx)
  const people = new Set([...rows.values()].filter((one) => one.disabled_at === null).map((one) => one.id))
  return ({ before, said }) => {
    const objection = whyNotValues(seen, { before, said, people })
    if (objection) throw invalid(objection, [{ field: 'fields', message: objection }])
    return valuesAfter(before, said)
  }
}

/** As `requireValues`, of what is no record yet: a required field may stay open. */
export const keptValues = async (ctx: Ctx, kind: string, change: Change): Promise<Values> =>
  (await valueKeeper(ctx, kind))(change)

/**
 * What a record’s fields hold after somebody said something of them. Refuses what a field does not take, a value of a
 * field that was retired meanwhile, and, of a draft, a required field that stays open.
 */
export async function requireValues(
  ctx: Ctx,
  kind: string,
  { before, said }: { before: Values; said: Said },
): Promise<Values> {
  const after = await keptValues(ctx, kind, { before, said })
  const seen = (await definitionsOf(ctx, [kind])).filter((one) => isSeen(ctx, one))
  const objection = whatFieldLacks(seen, after, 'draft')
  if (objection) throw invalid(objection, [{ field: 'fields', message: objection }])
  return after
}

/** Of a record’s values those the asker may see. */
export const seenValues = (ctx: Ctx, fields: readonly Field[], values: Values): Values =>
  Object.fromEntries(
    Object.entries(values).filter(([id]) => {
      const field = fields.find((one) => one.id === id)
      return field !== undefined && isSeen(ctx, field)
    }),
  )

/** What a record lacks of its fields to be submitted, as a sentence, or null; a field of amounts is named to those alone who see it. */
export async function lackOfFields(ctx: Ctx, kind: string, values: Values): Promise<string | null> {
  const all = await definitionsOf(ctx, [kind])
  const seen = all.filter((one) => isSeen(ctx, one))
  const lack = whatFieldLacks(seen, values, 'approval')
  if (lack || !whatFieldLacks(all, values, 'approval')) return lack
  return 'An amount that you may not see has to be filled in before it is submitted. Ask somebody who may read costs.'
}

/** Of the values of another record those that can be said of a new one: of fields in use, choices that stand. */
export async function usableValues(ctx: Ctx, kind: string, values: Values): Promise<Values> {
  const { rows } = await directory(ctx)
  const people = new Set([...rows.values()].filter((one) => one.disabled_at === null).map((one) => one.id))
  const known = (await definitionsOf(ctx, [kind])).filter((one) => isSeen(ctx, one))
  return Object.fromEntries(
    Object.entries(values).filter(
      ([id, value]) => whyNotValues(known, { before: {}, said: { [id]: value }, people }) === null,
    ),
  )
}
