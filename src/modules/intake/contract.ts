import { z } from 'zod'
import { contract, event } from '../../kernel/contract.ts'
import { doorRoutes } from './routes/door.ts'
import { consentRoutes, figureRoutes, typeRoutes } from './routes/rest.ts'
import { triageRoutes } from './routes/triage.ts'
import { text } from './things.ts'

export type { FigureId } from './routes/rest.ts'
export * from './things.ts'

const reads = 'intake:read'
/** Requests are told by their number: what people ask for may be confidential. */
const Of = z.object({ request: text })
const Named = z.object({ name: text })

export const intake = contract(
  'intake',
  { ...doorRoutes, ...triageRoutes, ...consentRoutes, ...figureRoutes, ...typeRoutes },
  {
    filed: event('filed the request {request}', Of, reads),
    filesBegun: event('began to hand in files with a request', z.object({}), reads),
    mailed: event('made {request} of an e-mail', Of, reads),
    completed: event('completed {request}', Of, reads),
    accepted: event('accepted {request} as {item}', Of.extend({ item: text }), reads),
    consentAsked: event('asked whether {request} may displace {item}', Of.extend({ item: text }), reads),
    consented: event('consented that {request} displaces {item}', Of.extend({ item: text }), reads),
    consentRefused: event('refused that {request} displaces {item}', Of.extend({ item: text }), reads),
    declined: event('declined {request}', Of, reads),
    deferred: event('put {request} off until {day}', Of.extend({ day: text }), reads),
    merged: event('merged {request} into {other}', Of.extend({ other: text }), reads),
    askedBack: event('asked something back about {request}', Of, reads),
    replied: event('answered what was asked about {request}', Of, reads),
    appealed: event('asked for {request} to be looked at again', Of, reads),
    appealSettled: event('answered the appeal of {request}', Of, reads),
    withdrawn: event('withdrew {request}', Of, reads),
    alternativeTaken: event('said whether the alternative to {request} helps', Of, reads),
    filesAdded: event('added files to {request}', Of, reads),
    undone: event('undid the last decision on {request}', Of, reads),
    linked: event('made a link to follow {request}', Of, reads),
    linksTakenBack: event('took the links to {request} back', Of, reads),
    followed: event('noted that the item of {request} moved', Of, reads),
    told: event('told whoever filed {request} by e-mail', Of, reads),
    notTold: event('could not tell whoever filed {request} by e-mail', Of, reads),
    typeAdded: event('added the request type {name}', Named, reads),
    typeChanged: event('changed the request type {name}', Named, reads),
    typeRetired: event('retired the request type {name}', Named, reads),
    typeBack: event('offers the request type {name} again', Named, reads),
  },
)
