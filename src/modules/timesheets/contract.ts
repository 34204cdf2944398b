import { z } from 'zod'
import { contract, event } from '../../kernel/contract.ts'
import { entryRoutes } from './routes/entries.ts'
import { weekRoutes } from './routes/weeks.ts'
import { count, text } from './things.ts'

export * from './things.ts'

const Of = z.object({ who: text, count })
const OfWeek = z.object({ who: text, week: text })
/** What somebody worked is for those who lead them: the feed tells that it changed to who manages people. */
const needs = 'availability:manage'

export const timesheets = contract(
  'timesheets',
  { ...entryRoutes, ...weekRoutes },
  {
    written: event('wrote down {count} time entries', Of, needs),
    changed: event('changed a time entry', Of, needs),
    removed: event('took {count} time entries away', Of, needs),
    restored: event('put {count} time entries back', Of, needs),
    timerStarted: event('started a timer', Of, needs),
    timerStopped: event('stopped a timer', Of, needs),
    timerDropped: event('threw a timer away', Of, needs),
    weekLocked: event('locked the week of {week} of {who}', OfWeek, needs),
    weekReopened: event(
      'reopened the week of {week} of {who}: {reason}',
      OfWeek.extend({ reason: text }),
      needs,
    ),
  },
)
