import { z } from 'zod'

const text = z.string()
export const What = z.object({ what: text })
export const Nothing = z.object({})
export const Ref = { kind: text.max(40), id: text.max(80) }

/** A name of up to 1,000 letters is taken; what is kept of it is safe and has 255 bytes at most. */
export const Name = text.trim().min(1, 'needs a name').max(1000)
export const version = z.number().int().min(1)
export const number = z.number().int()

/** A file as it stands now. */
export const FileThing = z.object({
  id: text,
  name: text,
  size: number,
  type: text,
  /** How it can be looked at here; `other` is only offered for download. */
  look: z.enum(['image', 'pdf', 'other']),
  /** Why it is not shown although its name lets one expect it. */
  remark: text.nullable(),
  /** To be sent back with a change, so that nobody overwrites what they have not seen. */
  version,
  /** How many of its versions hold bytes of their own. */
  contents: number,
  by: text,
  at: text,
  isForGuests: z.boolean(),
  can: z.object({ change: z.boolean() }),
})
export type FileThing = z.infer<typeof FileThing>

export const Attached = z.object({
  items: z.array(FileThing),
  /** Those that can be put back, with until when. */
  removed: z.array(z.object({ id: text, name: text, by: text, until: text })),
  /** What a file may have at most, and how much room there is for all of them. */
  most: number,
  room: number,
  /** With why nobody adds anything just now, where that is so. */
  can: z.object({ add: z.boolean(), whyNot: text.nullable() }),
  /** What guests who were given the record see; `none` where there are no guests, and to guests themselves. */
  guests: z.enum(['none', 'if-marked', 'unless-hidden']),
})
export type Attached = z.infer<typeof Attached>

export const FileVersion = z.object({
  number: version,
  did: z.enum(['added', 'replaced', 'renamed', 'brought-back']),
  name: text,
  size: number,
  type: text,
  by: text,
  at: text,
  isCurrent: z.boolean(),
  /** Its bytes are those of the current version. */
  isSame: z.boolean(),
})
export type FileVersion = z.infer<typeof FileVersion>

export const Drafted = z.object({
  items: z.array(z.object({ id: text, name: text, size: number })),
  until: text,
  most: number,
})

export const Pages = z.object({
  total: number,
  /** A point is 1/72 of an inch. */
  unit: z.enum(['point', 'pixel']),
  /** As they are looked at, turned where the file says so; the first 500. */
  sheets: z.array(z.object({ width: z.number(), height: z.number() })),
})
export type Pages = z.infer<typeof Pages>
