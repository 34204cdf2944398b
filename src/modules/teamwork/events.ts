import { z } from 'zod'
import { event } from '../../kernel/contract.ts'

const text = z.string()
const Team = z.object({ team: text })
const needs = 'teamwork:read'

export const events = {
  agreementSaved: event(
    'saved version {version} of the agreement of {team}',
    Team.extend({ version: z.number().int() }),
    needs,
  ),
  saidYes: event(
    'said yes to version {version} of the agreement of {team}',
    Team.extend({ version: z.number().int() }),
    needs,
  ),
  tookYesBack: event(
    'took back their yes to version {version} of the agreement of {team}',
    Team.extend({ version: z.number().int() }),
    needs,
  ),
  promised: event('promised {team} by {day}: {what}', Team.extend({ what: text, day: text }), needs),
  settled: event(
    'said of a commitment to {team} that it is {how}: {what}',
    Team.extend({ what: text, how: text }),
    needs,
  ),
}
