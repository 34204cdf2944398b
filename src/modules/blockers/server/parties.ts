import type { Ctx } from '../../../kernel/ctx.ts'
import { invalid } from '../../../kernel/errors.ts'
import { allAgencies } from '../../agencies/server/index.ts'
import { listTeams } from '../../identity/server/index.ts'
import type { PartyKind } from '../contract.ts'

type Said = { partyKind: PartyKind; partyId: string | null; party: string }

/** Who blocks: a team or an agency that is kept here by its own name, all others as they are called. */
export async function partyOf(ctx: Ctx, { partyKind, partyId, party }: Said) {
  if (partyId === null && party.length < 2)
    throw invalid('Say who blocks it: a blocker without a name is seen to by nobody.', [
      { field: 'party', message: 'needs a name' },
    ])
  if (partyId === null) return { party_kind: partyKind, party_id: null, party }
  const known = (await knownOf(ctx, partyKind)).find((one) => one.id === partyId)
  if (!known)
    throw invalid(`There is no such ${partyKind} here any more. Choose another, or write its name.`, [
      { field: 'partyId', message: 'is not there' },
    ])
  return { party_kind: partyKind, party_id: known.id, party: known.name }
}

async function knownOf(ctx: Ctx, kind: PartyKind): Promise<{ id: string; name: string }[]> {
  if (kind === 'team') return (await listTeams(ctx)).teams
  return kind === 'agency' ? allAgencies(ctx) : []
}
