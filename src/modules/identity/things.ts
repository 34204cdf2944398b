import { z } from 'zod'

const bidi = /[\u202a-\u202e\u2066-\u2069]/
/** Words on one line: nothing that could hide or turn around what people read. */
export const Line = (longest: number) =>
  z
    .string()
    .trim()
    .max(longest)
    .refine((text) => !/\p{Cc}/u.test(text) && !bidi.test(text), 'must not hold control characters')
export const Name = Line(120).min(1, 'must not be empty')
export const Email = z
  .string()
  .trim()
  .toLowerCase()
  .max(254)
  .pipe(z.email('is not an e-mail address: write it like ana@example.com'))
export const Password = z.string().min(10, 'needs at least 10 characters').max(128)

const isTimeZone = (zone: string): boolean => {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone })
    return true
  } catch {
    return false
  }
}
export const TimeZone = z
  .string()
  .max(64)
  .refine(isTimeZone, 'is not a time zone: write it like Europe/Berlin')
const currencies = new Set(Intl.supportedValuesOf('currency'))
export const Currency = z
  .string()
  .refine((code) => currencies.has(code), 'is not a currency: write its code, like USD')

export const Settings = z.object({
  name: Name,
  currency: Currency,
  timeZone: TimeZone,
  /** 1 January … 12 December. */
  fiscalStartMonth: z.number().int().min(1).max(12),
  /** 0 Sunday … 6 Saturday. */
  weekStart: z.number().int().min(0).max(6),
  fiscalPattern: z.enum(['calendar', '4-4-5', '4-5-4', '5-4-4']),
})
export type Settings = z.output<typeof Settings>

export const Person = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  title: z.string(),
  company: z.string().nullable(),
  manager: z.object({ id: z.string(), name: z.string() }).nullable(),
  timeZone: z.string().nullable(),
  state: z.enum(['invited', 'active', 'disabled']),
  roles: z.array(z.object({ id: z.string(), name: z.string() })),
  teams: z.array(z.object({ id: z.string(), name: z.string() })),
  joinedAt: z.string().nullable(),
  can: z.object({ manage: z.boolean() }),
})
export type Person = z.output<typeof Person>

export const Me = z.object({
  kind: z.enum(['person', 'key', 'owner', 'system']),
  name: z.string(),
  person: z
    .object({ id: z.string(), name: z.string(), email: z.string(), title: z.string(), role: z.string() })
    .nullable(),
  permissions: z.array(z.string()),
  organisation: Settings,
})

export const Role = z.object({
  id: z.string(),
  name: z.string(),
  summary: z.string(),
  permissions: z.array(z.string()),
  reportsTo: z.array(z.string()),
  people: z.number(),
  version: z.number(),
  isDefault: z.boolean(),
  /** Permissions of areas it holds nothing of, though the role as it was built in would. */
  lacks: z.array(z.string()),
})
export type Role = z.output<typeof Role>

export const Permission = z.object({
  name: z.string(),
  /** What the routes behind it do, in words. */
  allows: z.array(z.string()),
  /** Does the asker hold it, and so may pass it on? */
  held: z.boolean(),
})

export const Team = z.object({
  id: z.string(),
  name: z.string(),
  purpose: z.string(),
  lead: z.object({ id: z.string(), name: z.string() }).nullable(),
  members: z.array(z.object({ id: z.string(), name: z.string() })),
})

export const Part = z.enum(['lead', 'consulted', 'informed'])
export type Part = z.output<typeof Part>
export const Area = z.object({
  id: z.string(),
  name: z.string(),
  parts: z.record(z.string(), Part),
  warning: z.string().nullable(),
})
export type Area = z.output<typeof Area>

export const Key = z.object({
  id: z.string(),
  name: z.string(),
  prefix: z.string(),
  owner: z.object({ id: z.string(), name: z.string() }),
  scopes: z.array(z.string()),
  madeAt: z.string(),
  expiresAt: z.string().nullable(),
  lastUsedAt: z.string().nullable(),
  state: z.enum(['active', 'expired', 'revoked']),
})

export const SessionLine = z.object({
  id: z.string(),
  agent: z.string(),
  address: z.string(),
  startedAt: z.string(),
  expiresAt: z.string(),
  isThis: z.boolean(),
})

/** A one-time link: shown when no mail can be sent, else only where it was sent. */
export const Link = z.object({
  url: z.string().nullable(),
  sentTo: z.string().nullable(),
  expiresAt: z.string().nullable(),
})

export const Need = z.object({
  title: z.string(),
  why: z.string(),
  link: z.string(),
  due: z.string().optional(),
})
export type Need = z.output<typeof Need>
