import { z } from 'zod'
import { contract, event, route } from '../../kernel/contract.ts'
import { One } from '../../kernel/paging.ts'
import { Bar, Body, Case, Remark } from './things.ts'

export * from './things.ts'

const text = z.string()
const version = z.number().int()
const read = 'cases:read'
const Name = text.trim().min(1, 'must not be empty').max(120)
const Reason = text.trim().min(3, 'takes at least 3 letters').max(500)
const BarShown = z.object({
  bar: Bar,
  version,
  reason: text,
  by: text.nullable(),
  changedAt: text.nullable(),
  currency: text,
})
/** A bar to try, part by part; what is left out is as agreed. */
const Tried = z.object({
  value: Bar.shape.value.optional(),
  roi: Bar.shape.roi.optional(),
  paybackMonths: Bar.shape.paybackMonths.optional(),
  rate: Bar.shape.rate.optional(),
})
const What = z.object({ what: text })

export const cases = contract(
  'cases',
  {
    list: route({
      method: 'GET',
      path: '/cases',
      access: read,
      summary: 'List cases side by side against the agreed bar, or against one to try',
      input: Tried,
      output: z.object({ items: z.array(Case), bar: Bar, agreed: BarShown }),
    }),
    setBar: route({
      method: 'PUT',
      path: '/cases/bar',
      access: 'cases:bar',
      summary: 'Agree on the bar that cases are held against',
      input: Bar.extend({ version, reason: Reason }),
      output: BarShown,
    }),
    show: route({
      method: 'GET',
      path: '/cases/{id}',
      access: read,
      summary: 'Show a case, or one of its versions, against the bar',
      input: One.extend({ at: version.optional() }).extend(Tried.shape),
      output: z.object({
        case: Case,
        bar: Bar,
        agreed: BarShown,
        versions: z.array(z.object({ version, reason: text, by: text, changedAt: text })),
      }),
    }),
    make: route({
      method: 'POST',
      path: '/cases',
      access: 'cases:write',
      summary: 'Make a case: revenue, saving and cost by year',
      input: Body.omit({ currency: true }).extend({ name: Name }),
      output: z.object({ id: text }),
    }),
    change: route({
      method: 'PUT',
      path: '/cases/{id}',
      access: 'cases:write',
      summary: 'Change a case, as a new version; remarks stay with the version they were made on',
      input: Body.omit({ currency: true }).extend({ id: text, name: Name, version, reason: Reason }),
      output: z.object({ version }),
    }),
    remark: route({
      method: 'POST',
      path: '/cases/{id}/remarks',
      access: 'cases:sign',
      summary: 'Support a version of a case, object to it, or note something, under your name',
      input: One.extend({ version, verdict: Remark.shape.verdict, says: text.trim().max(1000).default('') }),
      output: Remark,
    }),
    remove: route({
      method: 'DELETE',
      path: '/cases/{id}',
      access: 'cases:write',
      summary: 'Remove a case; it can be put back',
      input: One,
      output: z.object({}),
    }),
    restore: route({
      method: 'POST',
      path: '/cases/{id}/restoration',
      access: 'cases:write',
      summary: 'Put a removed case back',
      input: One,
      output: z.object({}),
    }),
  },
  {
    made: event('made the case {what}', What, read),
    changed: event('changed the case {what}: {reason}', What.extend({ reason: text }), read),
    remarked: event('{verdict} the case {what}', What.extend({ verdict: text }), read),
    removed: event('removed the case {what}', What, read),
    restored: event('put back the case {what}', What, read),
    barSet: event('agreed on another bar of cases: {reason}', z.object({ reason: text }), read),
  },
)
