import { z } from 'zod'
import { Format } from '../../../engine/format.ts'
import { route } from '../../../kernel/contract.ts'
import { One } from '../../../kernel/paging.ts'
import { SheetOfYear } from '../sheet.ts'
import { Edit, Label, Line, LineInput, minor, Reason, text, Year } from '../things.ts'

/** Why it is right to go under the guard-rail; asked only where it does. */
const guardReason = Label.default('')
const ofYear = z.object({ year: text.optional() })

export const lineRoutes = {
  years: route({
    method: 'GET',
    path: '/budget/years',
    access: 'budget:read',
    summary: 'List the fiscal years that have a budget, the newest first',
    input: z.object({}),
    output: z.object({ items: z.array(Year), next: z.object({ label: text, startsOn: text }).nullable() }),
  }),
  openYear: route({
    method: 'POST',
    path: '/budget/years',
    access: 'budget:control',
    summary: 'Open the budget of the fiscal year that holds a day',
    input: z.object({ day: z.iso.date() }),
    output: Year,
  }),
  approvePlan: route({
    method: 'POST',
    path: '/budget/years/{id}/approval',
    access: 'budget:control',
    summary: 'Approve the plan of a year, which freezes it as the baseline',
    input: One.extend({ guardReason }),
    output: Year,
  }),
  lines: route({
    method: 'GET',
    path: '/budget/lines',
    access: 'budget:read',
    summary: 'List the lines of a year by month: plan, forecast, committed, actual, and what is available',
    input: ofYear,
    output: z.object({
      year: Year.nullable(),
      lines: z.array(Line),
      /** What is left out, and why. */
      notes: z.array(text),
    }),
  }),
  sheet: route({
    method: 'GET',
    path: '/budget/sheet',
    access: 'budget:read',
    summary: 'List the same lines by column, which is quicker for large budgets',
    input: ofYear,
    output: SheetOfYear,
  }),
  line: route({
    method: 'GET',
    path: '/budget/lines/{id}',
    access: 'budget:read',
    summary: 'Show a line with where it stands and what was moved',
    input: One,
    output: z.object({
      year: Year,
      line: Line,
      transfers: z.array(
        z.object({ id: text, from: text, to: text, minor, currency: text, reason: text, by: text, at: text }),
      ),
    }),
  }),
  headcount: route({
    method: 'GET',
    path: '/budget/headcount',
    access: 'budget:headcount',
    summary: 'List the lines of what people cost, with their sum in the organisation’s currency',
    input: ofYear,
    output: z.object({
      lines: z.array(Line),
      plan: minor.nullable(),
      forecast: minor.nullable(),
      currency: text,
    }),
  }),
  addLines: route({
    method: 'POST',
    path: '/budget/lines',
    access: 'budget:write',
    summary: 'Add lines to the budget of a year',
    input: z.object({ year: text, lines: z.array(LineInput).min(1).max(5000) }),
    output: z.object({ ids: z.array(text) }),
  }),
  edit: route({
    method: 'PATCH',
    path: '/budget/lines',
    access: 'budget:write',
    summary: 'Change many cells and lines in one command; all of it or nothing',
    input: z.object({ year: text, edits: z.array(Edit).min(1).max(5000), guardReason }),
    output: z.object({
      versions: z.array(z.object({ id: text, version: z.number().int() })),
      /** The edits that take this one back. */
      undo: z.array(Edit),
    }),
  }),
  removeLine: route({
    method: 'DELETE',
    path: '/budget/lines/{id}',
    access: 'budget:write',
    summary: 'Remove a line that nothing was spent on; it can be put back',
    input: One,
    output: z.object({}),
  }),
  restoreLine: route({
    method: 'POST',
    path: '/budget/lines/{id}/restoration',
    access: 'budget:write',
    summary: 'Put a removed line back',
    input: One,
    output: z.object({}),
  }),
  transfer: route({
    method: 'POST',
    path: '/budget/transfers',
    access: 'budget:decide',
    summary: 'Move budget from one line to another, within your limit',
    input: z.object({ fromId: text, toId: text, minor, reason: Reason, guardReason }),
    output: z.object({ id: text, minor, toMinor: minor }),
  }),
  exportLines: route({
    method: 'GET',
    path: '/budget/lines.csv',
    access: 'budget:read',
    summary: 'Download the budget with ids, to be changed in a spreadsheet and handed in again',
    download: true,
    input: ofYear.extend({ format: Format }),
    output: z.unknown(),
  }),
  importLines: route({
    method: 'POST',
    path: '/budget/lines/import',
    access: 'budget:write',
    summary: 'Hand in a budget table (XLSX or CSV): rows with an id change their line, rows without add one',
    upload: true,
    input: z.object({ year: text, name: text.min(1).max(255), file: z.unknown().optional() }),
    output: z.object({ added: z.number().int(), changed: z.number().int(), unchanged: z.number().int() }),
  }),
}
