import { z } from 'zod'
import { contract, event } from '../../kernel/contract.ts'
import { answerRoutes, loadRoutes } from './routes/answers.ts'
import { guideRoutes } from './routes/guides.ts'
import { questionRoutes } from './routes/questions.ts'

export * from './things.ts'

const text = z.string()
const What = z.object({ what: text })
const Version = What.extend({ version: z.number().int() })
const needs = 'answers:read'

export const answers = contract(
  'answers',
  { ...answerRoutes, ...questionRoutes, ...loadRoutes, ...guideRoutes },
  {
    asked: event('asked: {what}', What, needs),
    askedAgain: event('noted that it was asked again: {what}', What, needs),
    takenBack: event('took back that it was asked: {what}', What, needs),
    putBack: event('said again that it was asked: {what}', What, needs),
    merged: event('said that “{what}” is the same question as “{into}”', What.extend({ into: text }), needs),
    parted: event('took “{what}” apart from “{into}” again', What.extend({ into: text }), needs),
    saved: event('wrote version {version} of the answer to: {what}', Version, needs),
    published: event('published version {version} of the answer to: {what}', Version, needs),
    withdrawn: event('took the answer from the page of answers: {what}', What, needs),
    reviewed: event(
      'found the answer still right, to be looked at again on {on}: {what}',
      What.extend({ on: text }),
      needs,
    ),
    judged: event('said whether the answer helped: {what}', What, needs),
    read: event('read version {version} of the answer to: {what}', Version, needs),
    assumed: event(
      'took answering by hand to last {minutes} minutes',
      z.object({ minutes: z.number() }),
      needs,
    ),
    guideWritten: event('wrote version {version} of the guide {what}', Version, needs),
    guideRetired: event('retired the guide {what}', What, needs),
    guideRestored: event('brought the guide {what} back', What, needs),
  },
)
