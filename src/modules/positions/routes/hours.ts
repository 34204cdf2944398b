import { z } from 'zod'
import { Format } from '../../../engine/format.ts'
import { route } from '../../../kernel/contract.ts'
import { mostEdits, mostMinutes } from '../rules/hours.ts'
import { HoursPosition, HoursRow, minor, Target, targetKinds, text } from '../things.ts'

const Day = z.iso.date('is a day, such as 2026-03-01')
/** A day of the fiscal year that is meant; today where it is left out. */
const ofYear = z.object({ day: Day.optional() })
const Which = { kind: z.enum(targetKinds), targetId: text.max(80) }

export const HoursEdit = z
  .object({
    positionId: text,
    ...Which,
    monthOn: Day,
    /** What stood there when the change was begun; another is refused. */
    was: minor.optional(),
    minutes: minor.min(0).max(mostMinutes, 'is more than a month has').optional(),
    /** In hundredths of a percent. */
    share: minor.min(0).max(100_000, 'is more than 1,000 %').optional(),
  })
  .refine((edit) => (edit.minutes === undefined) !== (edit.share === undefined), 'says hours or a share')
export type HoursEdit = z.infer<typeof HoursEdit>

export const hoursRoutes = {
  hours: route({
    method: 'GET',
    path: '/positions/hours',
    access: 'positions:read',
    summary:
      'List the hours that positions give to goals, campaigns and budget lines, by month of a fiscal year',
    input: ofYear,
    output: z.object({
      label: text,
      months: z.array(text),
      positions: z.array(HoursPosition),
      rows: z.array(HoursRow),
      before: text,
      after: text,
      can: z.object({ manage: z.boolean() }),
    }),
  }),
  setHours: route({
    method: 'PUT',
    path: '/positions/hours',
    access: 'positions:manage',
    summary: 'Set hours or shares of many months in one command; all of it or nothing',
    input: z.object({ edits: z.array(HoursEdit).min(1).max(mostEdits) }),
    output: z.object({ changed: minor, undo: z.array(HoursEdit), over: z.array(text) }),
  }),
  hoursOf: route({
    method: 'GET',
    path: '/positions/hours/of/{kind}/{targetId}',
    access: 'positions:read',
    summary: 'Show the hours given to a goal, a campaign or a budget line beside their cost',
    input: ofYear.extend(Which),
    output: z.object({
      label: text,
      months: z.array(text),
      rows: z.array(
        z.object({ positionId: text, title: text, person: text, minutes: z.array(minor), total: minor }),
      ),
      byMonth: z.array(minor),
      total: minor,
      /** Absent for those who may not read what people cost. */
      worth: z.array(z.object({ minor, currency: text })).optional(),
    }),
  }),
  targets: route({
    method: 'GET',
    path: '/positions/hours/targets',
    access: 'positions:read',
    summary: 'Find goals, campaigns and budget lines that hours may go to',
    input: z.object({ words: text.max(200).default('') }),
    output: z.object({ items: z.array(Target) }),
  }),
  exportHours: route({
    method: 'GET',
    path: '/positions/hours.csv',
    access: 'positions:read',
    summary: 'Download hours with ids, to be changed in a spreadsheet and handed in again',
    download: true,
    input: ofYear.extend({ format: Format }),
    output: z.unknown(),
  }),
  importHours: route({
    method: 'POST',
    path: '/positions/hours/import',
    access: 'positions:manage',
    summary: 'Hand in a table of hours (XLSX or CSV); what is as it was stays untouched',
    upload: true,
    input: ofYear.extend({ name: text.min(1).max(255), file: z.unknown().optional() }),
    output: z.object({ changed: minor, unchanged: minor, over: z.array(text) }),
  }),
}
