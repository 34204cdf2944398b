import { z } from 'zod'
import { contract, event } from '../../kernel/contract.ts'
import { capacityRoutes } from './routes/capacity.ts'
import { freeDayRoutes } from './routes/free-days.ts'
import { leaveRoutes } from './routes/leave.ts'
import { hubRoutes, skillRoutes } from './routes/skills.ts'
import { timeRoutes } from './routes/time.ts'
import { text } from './things.ts'

export * from './things.ts'

const Who = z.object({ who: text })
const Named = z.object({ name: text })
const Skilled = Who.extend({ skill: text })
const OfDay = Named.extend({ day: text })
const read = 'availability:read'
/** What tells of somebody’s leave is for those who may know why. */
const manage = 'availability:manage'

export const availability = contract(
  'availability',
  { ...capacityRoutes, ...timeRoutes, ...leaveRoutes, ...skillRoutes, ...hubRoutes, ...freeDayRoutes },
  {
    placeSet: event('said where {who} works', Who, read),
    weekSet: event('set the working week of {who} from {day} on', Who.extend({ day: text }), read),
    weekRemoved: event('took back the working week of {who} from {day} on', Who.extend({ day: text }), read),
    dutyAdded: event('noted other duties of {who}', Who, read),
    dutyChanged: event('changed other duties of {who}', Who, read),
    dutyRemoved: event('took away other duties of {who}', Who, read),
    leaveAsked: event('asked for leave of {who}: {when}', Who.extend({ when: text }), manage),
    leaveNoted: event('noted leave of {who}: {when}', Who.extend({ when: text }), manage),
    leaveApproved: event('approved leave of {who}: {when}', Who.extend({ when: text }), manage),
    leaveDeclined: event('declined leave of {who}: {when}', Who.extend({ when: text }), manage),
    leaveWithdrawn: event('withdrew leave of {who}: {when}', Who.extend({ when: text }), manage),
    leaveReopened: event('let leave of {who} wait again: {when}', Who.extend({ when: text }), manage),
    skillAdded: event('added the skill {name}', Named, read),
    skillRenamed: event('renamed the skill {before} to {name}', Named.extend({ before: text }), read),
    skillRemoved: event('took the skill {name} off the list', Named, read),
    skillStated: event('said how well {who} does {skill}', Skilled, read),
    skillConfirmed: event('confirmed how well {who} does {skill}', Skilled, read),
    hubAdded: event('made the hub {name}', Named, read),
    hubChanged: event('changed the hub {name}', Named, read),
    hubRemoved: event('took the hub {name} away', Named, read),
    freeDaySet: event('said that nobody works on {day}: {name}', OfDay, read),
    freeDayRemoved: event('made {day} a working day', z.object({ day: text }), read),
    holidaySet: event('said what {day} is in {place}: {name}', OfDay.extend({ place: text }), read),
    holidayReset: event(
      'took back what was said of {day} in {place}',
      z.object({ day: text, place: text }),
      read,
    ),
  },
)
