import { z } from 'zod'
import { contract, event } from '../../kernel/contract.ts'
import { askRoutes } from './routes/asks.ts'
import { contactRoutes } from './routes/contacts.ts'
import { pageRoutes } from './routes/pages.ts'

export * from './things/ask.ts'
export * from './things/contact.ts'
export * from './things/page.ts'

const text = z.string()
const What = z.object({ what: text })
const Version = What.extend({ version: z.number().int() })
const Of = What.extend({ of: text })
const needs = 'departments:read'

export const departments = contract(
  'departments',
  { ...pageRoutes, ...askRoutes, ...contactRoutes },
  {
    added: event('began the page for {what}', What, needs),
    changed: event('changed who is of {what} or owns its page', What, needs),
    closed: event('closed the page for {what}', What, needs),
    opened: event('opened the page for {what} again', What, needs),
    saved: event(
      'saved version {version} of the page for {what}: {reason}',
      Version.extend({ reason: text }),
      needs,
    ),
    putBack: event(
      'put version {before} of the page for {what} back as version {version}',
      Version.extend({ before: z.number().int() }),
      needs,
    ),
    read: event('read version {version} of the page for {what}', Version, needs),
    shared: event('made a link to the page for {what}, for {label}', What.extend({ label: text }), needs),
    revoked: event(
      'took back the link to the page for {what}, for {label}',
      What.extend({ label: text }),
      needs,
    ),
    visited: event('a link showed the page for {what}', What, needs),
    asked: event('asked {what} of {of}', Of, needs),
    askChanged: event('changed what was asked of {of}: {what}', Of, needs),
    answered: event('{how} what was asked of {of}: {what}', Of.extend({ how: text }), needs),
    sized: event('sized what was asked of {of} as {size}: {what}', Of.extend({ size: text }), needs),
    ranked: event(
      'put {what} at place {rank} of what is asked of {of}',
      Of.extend({ rank: z.number().int() }),
      needs,
    ),
    contactKept: event('said whom to ask in {of} for {what}', Of, needs),
    contactRemoved: event('{how} whom to ask in {of} for {what}', Of.extend({ how: text }), needs),
    reminded: event('reminded {of} of {what}', Of, needs),
  },
)
