import type { Ctx } from '../../../kernel/ctx.ts'
import { forbidden, invalid } from '../../../kernel/errors.ts'
import { whyNotCurrency } from '../../costs/rules.ts'
import { directory } from '../../identity/server/index.ts'
import { whyNotAmount } from '../rules.ts'
import { maySee } from './books.ts'
import { requireRate } from './money.ts'
import type { YearRow } from './tables.ts'

/** `Search retainer and 3 more` */
export const named = (rows: { name: string }[]): string =>
  rows.length === 1 ? rows[0]!.name : `${rows[0]!.name} and ${rows.length - 1} more`

export type Names = Map<string, string>

/** Who can own a line. */
export async function people(ctx: Ctx): Promise<Names> {
  const { rows } = await directory(ctx)
  return new Map([...rows.values()].map((person) => [person.id, person.name]))
}

export function ownerOf(names: Names, ownerId: string | null, of: string) {
  const name = ownerId === null ? '' : names.get(ownerId)
  if (name === undefined) throw invalid(`The owner of “${of}” is nobody who works here.`)
  return { owner_id: ownerId, owner_name: name }
}

export function requireAmounts(list: readonly number[], currency: string, name: string): string[] {
  for (const [at, minor] of list.entries()) {
    const objection = whyNotAmount(minor, currency)
    if (objection) throw invalid(`“${name}”, month ${at + 1}: ${objection}`)
  }
  return list.map(String)
}

/** A currency that can be planned in: a real one whose worth is known on the first day of the year. */
export async function requireCurrency(
  ctx: Ctx,
  currency: string,
  year: Pick<YearRow, 'months'>,
): Promise<void> {
  const objection = whyNotCurrency(currency)
  if (objection) throw invalid(objection)
  await requireRate(ctx, currency, year.months[0]!)
}

export function requireHeadcount(ctx: Ctx, line: { kind: string }): void {
  if (!maySee(ctx, line))
    throw forbidden('You need the permission “budget:headcount” for lines of what people cost.')
}
