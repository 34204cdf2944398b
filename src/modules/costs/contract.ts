import { z } from 'zod'
import { Format } from '../../engine/format.ts'
import { contract, event, route } from '../../kernel/contract.ts'
import { One, paged, pageOf } from '../../kernel/paging.ts'
import { kinds, kindTitles, sorts } from './rules.ts'
import { Assumptions, Cost, count, Money, Rate, RateInput, said, text } from './things.ts'

export * from './things.ts'

const range = { from: z.iso.date().optional(), to: z.iso.date().optional() }
const What = z.object({ what: text })
/** In the organisation's currency, within the period; null where a rate is missing. */
const Line = Cost.extend({ counted: Money.nullable() })
const people = 'costs:people'
/** Of what people cost, the feed tells those alone who may read it. */
const unlessPeople = { field: 'what', begins: `${kindTitles.people}, `, need: people } as const
const RateSaid = z.object({ currency: text, onDay: text, rate: z.number() })
const filter = {
  ...range,
  kind: z.enum(kinds).optional(),
  channel: text.max(200).optional(),
  search: text.max(200).optional(),
}

export const costs = contract(
  'costs',
  {
    list: route({
      method: 'GET',
      path: '/costs',
      access: 'costs:read',
      summary: 'List the costs written here, with what each counts in a period, and the imported ad spend',
      input: z.object({
        ...filter,
        ...paged(100),
        id: text.optional(),
        /** By amount: currency by currency, since amounts in several cannot be compared. */
        sort: z.enum(sorts).default('startsOn'),
        order: z.enum(['up', 'down']).default('down'),
      }),
      output: pageOf(Line).extend({
        imported: z.array(z.object({ platform: text.nullable(), rows: count, counted: Money.nullable() })),
        /** Of the period, whatever else is asked for; `cost` and `written` without people's share where it is not the asker's to read. */
        sums: z.object({ cost: Money, media: Money, written: Money }),
        isWithoutPeople: z.boolean(),
        notes: z.array(text),
      }),
    }),
    people: route({
      method: 'GET',
      path: '/costs/people',
      access: people,
      summary: 'List what people cost, with what it comes to in a period',
      input: z.object(range),
      output: z.object({ items: z.array(Line), sum: Money }),
    }),
    add: route({
      method: 'POST',
      path: '/costs',
      access: 'costs:write',
      summary: 'Add a cost: once, spread over its days, or every month',
      input: z.object(said),
      output: Cost,
    }),
    change: route({
      method: 'PUT',
      path: '/costs/{id}',
      access: 'costs:write',
      summary: 'Change a cost; refused when somebody changed it since `version`',
      input: z.object({ ...said, id: text, version: count }),
      output: Cost,
    }),
    remove: route({
      method: 'DELETE',
      path: '/costs/{id}',
      access: 'costs:write',
      summary: 'Remove a cost; it can be put back',
      input: One,
      output: Cost,
    }),
    restore: route({
      method: 'POST',
      path: '/costs/{id}/restoration',
      access: 'costs:write',
      summary: 'Put a removed cost back',
      input: One,
      output: Cost,
    }),
    exportLines: route({
      method: 'GET',
      path: '/costs.csv',
      access: 'costs:read',
      summary: 'Download the costs written here, safe to open in a spreadsheet',
      download: true,
      input: z.object({ ...filter, format: Format }),
      output: z.unknown(),
    }),
    rates: route({
      method: 'GET',
      path: '/rates',
      access: 'costs:read',
      summary: 'Exchange rates into the organisation’s currency, and currencies that lack one',
      input: z.object({}),
      output: z.object({ into: text, items: z.array(Rate), missing: z.array(text) }),
    }),
    setRate: route({
      method: 'PUT',
      path: '/rates',
      access: 'costs:write',
      summary: 'Set what one unit of a currency is worth from a day on',
      input: RateInput,
      output: Rate,
    }),
    removeRate: route({
      method: 'DELETE',
      path: '/rates/{id}',
      access: 'costs:write',
      summary: 'Remove an exchange rate',
      input: One,
      output: z.object({}),
    }),
    assumptions: route({
      method: 'GET',
      path: '/cost-assumptions',
      access: 'metrics:read',
      summary: 'What payback and lifetime value assume: gross margin, lifetime, and who said so',
      input: z.object({}),
      output: Assumptions,
    }),
    assume: route({
      method: 'PUT',
      path: '/cost-assumptions',
      access: 'costs:write',
      summary: 'Say what payback and lifetime value assume',
      input: z.object({
        grossMargin: z.number().gt(0, 'is a share above 0, such as 0.75').max(1, 'is a share of 1 at most'),
        lifetimeMonths: count.min(1).max(600),
        monthsOfValue: count.min(1).max(120).default(12),
      }),
      output: Assumptions,
    }),
  },
  {
    added: event('added a cost: {what}', What, 'costs:read', unlessPeople),
    changed: event('changed a cost: {what}', What, 'costs:read', unlessPeople),
    removed: event('removed a cost: {what}', What, 'costs:read', unlessPeople),
    restored: event('put back a cost: {what}', What, 'costs:read', unlessPeople),
    rateSet: event('set the rate of {currency} to {rate} from {onDay}', RateSaid, 'costs:read'),
    rateRemoved: event('removed the rate of {currency} from {onDay}', RateSaid, 'costs:read'),
    assumed: event(
      'assumes a gross margin of {grossMargin} and a lifetime of {lifetimeMonths} months',
      z.object({ grossMargin: z.number(), lifetimeMonths: count, monthsOfValue: count }),
    ),
  },
)
