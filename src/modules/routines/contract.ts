import { z } from 'zod'
import { contract, event, route } from '../../kernel/contract.ts'
import { One, paged, pageOf } from '../../kernel/paging.ts'
import { Line } from '../identity/contract.ts'
import { OnDay, text } from '../work/contract.ts'
import { templateRoutes } from './routes/templates.ts'
import { Making, Routine, Terms, Upcoming } from './things.ts'

export * from './things.ts'

const version = z.number().int().min(1)
const Which = One.extend({ occurs: text.max(30) })
const reason = Line(300).default('')
const reads = 'work:read'
const writes = 'work:write'
/** Routines of confidential boards stay out of the feed: their names are not told. */
const Nothing = z.object({})
const OfDay = z.object({ day: text })
const Said = Terms.extend({ name: Line(80).min(1, 'needs a name'), templateId: text.min(1, 'is chosen') })

export const routines = contract(
  'routines',
  {
    ...templateRoutes,
    list: route({
      method: 'GET',
      path: '/routines',
      access: reads,
      summary: 'List routines on the boards that you may see, with what comes next',
      input: z.object({}),
      output: z.object({ items: z.array(Routine) }),
    }),
    show: route({
      method: 'GET',
      path: '/routines/{id}',
      access: reads,
      summary: 'Show a routine with its next occurrences',
      input: One,
      output: Routine,
    }),
    preview: route({
      method: 'GET',
      path: '/routine-previews',
      access: reads,
      summary: 'Read a rule: in words, its next five occurrences, or the sentence that refuses it',
      input: Terms.extend({ zone: text.max(60).optional() }),
      output: z.object({ whyNot: text.nullable(), inWords: text, next: z.array(Upcoming) }),
    }),
    add: route({
      method: 'POST',
      path: '/routines',
      access: writes,
      summary: 'Begin a routine: a template, and a rule for when its items come',
      input: Said,
      output: Routine,
    }),
    change: route({
      method: 'PUT',
      path: '/routines/{id}',
      access: writes,
      summary: 'Change a routine from now on; what it made stays',
      input: Said.extend({ id: text, version }),
      output: Routine,
    }),
    pause: route({
      method: 'PUT',
      path: '/routines/{id}/pause',
      access: writes,
      summary: 'Pause a routine until a day, or let it go on',
      input: One.extend({ until: OnDay.nullable() }),
      output: Routine,
    }),
    stop: route({
      method: 'PUT',
      path: '/routines/{id}/stop',
      access: writes,
      summary: 'Stop a routine, or let it run again from today',
      input: One.extend({ isStopped: z.boolean() }),
      output: Routine,
    }),
    skip: route({
      method: 'POST',
      path: '/routines/{id}/skips',
      access: writes,
      summary: 'Skip one occurrence of a routine',
      input: Which.extend({ reason }),
      output: Routine,
    }),
    moveOne: route({
      method: 'POST',
      path: '/routines/{id}/moves',
      access: writes,
      summary: 'Move one occurrence of a routine to another day',
      input: Which.extend({ to: OnDay, reason }),
      output: Routine,
    }),
    clearException: route({
      method: 'DELETE',
      path: '/routines/{id}/exceptions/{occurs}',
      access: writes,
      summary: 'Let an occurrence come as its rule says again',
      input: Which,
      output: Routine,
    }),
    makeNow: route({
      method: 'POST',
      path: '/routines/{id}/makings',
      access: writes,
      summary: 'Make the items of an occurrence now: one that is to come, was skipped, refused or taken back',
      input: Which,
      output: Making,
    }),
    takeBack: route({
      method: 'DELETE',
      path: '/routines/makings/{id}',
      access: writes,
      summary: 'Take back what a routine made: its items are taken away',
      input: One,
      output: Making,
    }),
    history: route({
      method: 'GET',
      path: '/routines/{id}/makings',
      access: reads,
      summary: 'Read what a routine made, skipped and could not make',
      input: One.extend(paged(50, 200)),
      output: pageOf(Making),
    }),
  },
  {
    templateKept: event('wrote version {version} of an item template', z.object({ version }), reads),
    templateRetired: event('retired an item template', z.object({}), reads),
    templateRestored: event('took an item template into use again', z.object({}), reads),
    used: event('added {item} from a template', z.object({ item: text }), reads),
    added: event('began a routine', Nothing, reads),
    changed: event('changed a routine', Nothing, reads),
    paused: event('paused a routine until {until}', z.object({ until: text }), reads),
    resumed: event('let a routine go on', Nothing, reads),
    stopped: event('stopped a routine', Nothing, reads),
    restarted: event('let a routine run again', Nothing, reads),
    excepted: event('made an exception of {day} in a routine', OfDay, reads),
    unexcepted: event('took back the exception of {day} in a routine', OfDay, reads),
    made: event('made {item} by a routine', z.object({ item: text }), reads),
    skipped: event('left {day} out of a routine', OfDay, reads),
    refused: event('could not make what a routine had due on {day}', OfDay, reads),
    takenBack: event('took back what a routine made for {day}', OfDay, reads),
  },
)
