import { z } from 'zod'
import { event } from '../../kernel/contract.ts'

const text = z.string()
const Team = z.object({ team: text })
const needs = 'teamwork:read'
const What = z.object({ what: text })
const How = What.extend({ how: text })
const nothing = z.object({})
/** No role can hold it: what is between two people stays out of everybody’s feed, the director’s too. */
const own = 'teamwork:own'

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
  reviewOpened: event('opened a review: {what}', What, needs),
  reviewChanged: event('changed the review: {what}', What, needs),
  reviewClosed: event('{how} the review: {what}', How, needs),
  improvementAdded: event('added a change of the process: {what}', What, needs),
  improvementChanged: event('changed the change of the process: {what}', What, needs),
  improvementMeasured: event('measured {how} of the change of the process: {what}', How, needs),
  improvementMoved: event('{how} the change of the process: {what}', How, needs),
  handAdded: event('{how}: {what}', How, needs),
  handMoved: event('{how}: {what}', How, needs),
  thanked: event('thanked {who}: {what}', What.extend({ who: text }), needs),
  recognised: event('recognised a win of {who}: {what}', What.extend({ who: text }), needs),
  winRemoved: event('took back the recognition of {who}', z.object({ who: text }), needs),
  incentiveAdded: event('added to the recognition plan: {what}', What, needs),
  incentiveChanged: event('changed the recognition plan: {what}', What, needs),
  feedbackGiven: event('gave feedback', nothing, own),
  feedbackAnswered: event('answered feedback', nothing, own),
  feedbackTakenBack: event('took feedback back', nothing, own),
  lessonKept: event('kept a lesson of {team}: {what}', Team.extend({ what: text }), needs),
  lessonChanged: event('changed a lesson of {team}: {what}', Team.extend({ what: text }), needs),
  lessonRemoved: event('{how} a lesson of {team}', Team.extend({ how: text }), needs),
  ownLesson: event('wrote in their own lessons', nothing, own),
  seriesSaved: event('{how} the check-in {name}', z.object({ name: text, how: text }), needs),
  pointWritten: event('wrote on the board of the check-in {name}', z.object({ name: text }), needs),
  checkInHeld: event(
    '{how} the check-in {name} of {day}',
    z.object({ name: text, day: text, how: text }),
    needs,
  ),
  oneToOne: event('worked on a one-to-one', nothing, own),
  delegated: event(
    '{how} level {level} for {work} of {person} with {leader}',
    z.object({ how: text, level: z.number().int(), work: text, person: text, leader: text }),
    'teamwork:manage',
  ),
  workTypeAdded: event('added the type of work {name}', z.object({ name: text }), needs),
  promptsChanged: event(
    'put other questions to {occasion}: {reason}',
    z.object({ occasion: text, reason: text }),
    needs,
  ),
}
