import type { Database, Reader } from './db/database.ts'
import { forbidden } from './errors.ts'
import { isSame, signed, signingSecret } from './signing-secret.ts'

/**
 * A pass lets somebody without an account do one thing with one record: it names a purpose, the record, and the number
 * of the record’s passes at that time, and is signed by the installation. Nothing of it is kept. Counting the record’s
 * number up takes every pass to it back at once.
 */
export type Pass = {
  /** What it is for, named `module.noun`; a pass for one purpose opens nothing else. */
  purpose: string
  /** The id of the record. */
  subject: string
  /** The number of the record’s passes when it was made. */
  version: number
  expiresAt: Date
}

const longest = 600
const broken =
  'This link is not whole, or not one of ours. Copy it once more, all of it, from where you got it.'
const takenBack = 'This link was taken back. Ask whoever gave it to you for a new one.'
const ended = (at: Date) =>
  `This link ended on ${at.toISOString().slice(0, 10)}. Ask whoever gave it to you for a new one.`

/** Make a pass, to be put into an address. Throws RangeError for a purpose or a subject that would not be read back. */
export async function makePass(db: Reader | Database, pass: Pass): Promise<string> {
  const body = bodyOf(pass)
  const made = `${body}.${signed(await signingSecret(db), `pass ${pass.purpose}`, body)}`
  if (made.length > longest) throw new RangeError('A pass names its record by an id, not by a text.')
  return made
}

const bodyOf = ({ subject, version, expiresAt }: Pass): string =>
  [Buffer.from(subject).toString('base64url'), version, expiresAt.getTime().toString(36)].join('.')

type Opening = {
  purpose: string
  now: Date
  /** The number that the record’s passes have now; null where there is no such record. */
  versionOf: (subject: string) => Promise<number | null>
}

/**
 * The record that a pass opens. Throws `forbidden` with a sentence where it is forged or altered, is for another
 * purpose, has ended, or was taken back. A record that is gone sounds as one that was taken back.
 */
export async function requirePass(db: Reader | Database, token: string, opening: Opening): Promise<string> {
  const { purpose, now, versionOf } = opening
  const read = readPass(await signingSecret(db), token, purpose)
  if (!read) throw forbidden(broken)
  if (read.expiresAt <= now) throw forbidden(ended(read.expiresAt))
  if ((await versionOf(read.subject)) !== read.version) throw forbidden(takenBack)
  return read.subject
}

function readPass(secret: string, token: string, purpose: string): Pass | null {
  if (token.length > longest) return null
  const at = token.lastIndexOf('.')
  const body = token.slice(0, Math.max(0, at))
  if (!isSame(token.slice(at + 1), signed(secret, `pass ${purpose}`, body))) return null
  const [subject = '', version = '', expires = ''] = body.split('.')
  return {
    ...{ purpose, subject: Buffer.from(subject, 'base64url').toString(), version: Number(version) },
    expiresAt: new Date(Number.parseInt(expires, 36)),
  }
}
