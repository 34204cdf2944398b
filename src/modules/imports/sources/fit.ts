import { type AttributeType, type ObjectName, objects } from '../../../engine/model.ts'
import { jaroWinkler } from '../../../methods/similarity.ts'
import { aliases } from './aliases.ts'
import { isPlumbing, plainHeading } from './headings.ts'
import type { Sheet, Term } from './mapping.ts'
import { agreesWith } from './value-types.ts'

/** How well a sheet fits an object. */
export type Fit = {
  object: ObjectName
  score: number
  /** Attributes filled by headings that carry exactly their name or an alias, and how many headings that are. */
  exact: Record<string, Term>
  exactly: number
  read: Set<string>
  /** The same with headings that only resemble, or whose values are of the right type. */
  likely: Record<string, Term>
}

type Candidate = { heading: string; plain: string; samples: string[] }
type Pair = { attribute: string; heading: string; score: number }

const SIMILAR = 0.92
/** Where the source has no identifier, the model lets this attribute stand in for the key. */
const STAND_IN: Partial<Record<ObjectName, string>> = {
  account: 'name',
  contact: 'email',
  campaign: 'name',
  owner: 'name',
  product: 'name',
}
/** Attributes that values alone may suggest where no heading does. */
const BY_VALUE = new Set([
  'contact.email',
  'contact.created_at',
  'touch.email',
  'touch.at',
  'ad_day.day',
  'web_day.day',
])

/** Headings worth comparing, with their samples. */
export function candidatesOf(sheet: Sheet): Candidate[] {
  const samples = new Map(sheet.columns?.map((column) => [column.name, column.samples]))
  return sheet.headings
    .filter((heading) => !isPlumbing(heading))
    .map((heading) => ({ heading, plain: plainHeading(heading), samples: samples.get(heading) ?? [] }))
    .filter(({ plain }) => plain !== '')
}

export function fitObject(object: ObjectName, candidates: Candidate[]): Fit {
  const pairs = assign(pairsOf(object, candidates))
  const certain = pairs.filter(({ score }) => score === 1)
  return {
    object,
    score: pairs.reduce((sum, { score }) => sum + score, 0),
    exact: termsOf(object, certain),
    exactly: certain.length,
    read: new Set(certain.map(({ heading }) => heading)),
    likely: termsOf(object, pairs),
  }
}

function pairsOf(object: ObjectName, candidates: Candidate[]): Pair[] {
  return Object.entries(objects[object].attributes).flatMap(([attribute, { type }]) => {
    const names = [attribute, ...(aliases[object]?.[attribute] ?? [])].map(plainHeading)
    const path = `${object}.${attribute}`
    return candidates
      .map(({ heading, plain, samples }) => ({
        attribute,
        heading,
        score: likeness(plain, names, type, samples, path),
      }))
      .filter(({ score }) => score > 0)
  })
}

function likeness(
  plain: string,
  names: string[],
  type: AttributeType,
  samples: string[],
  path: string,
): number {
  const agrees = agreesWith(type, samples)
  if (names.includes(plain)) return agrees === false && type !== 'email' ? 0 : 1
  if (agrees === false) return 0
  const similar = Math.max(...names.map((name) => (isComparable(plain, name) ? jaroWinkler(plain, name) : 0)))
  if (similar >= SIMILAR) return similar * 0.8
  return agrees && BY_VALUE.has(path) ? 0.4 : 0
}

/** Short words resemble each other by chance; of very unequal length they cannot reach the bar at all. */
function isComparable(a: string, b: string): boolean {
  const [shorter, longer] = a.length < b.length ? [a, b] : [b, a]
  return a.length >= 5 && shorter.length / longer.length >= 0.6
}

/** Each heading fills one attribute and each attribute takes one heading, the best pairs first. */
function assign(pairs: Pair[]): Pair[] {
  const headings = new Set<string>()
  const attributes = new Set<string>()
  return [...pairs]
    .sort((a, b) => b.score - a.score)
    .filter(({ attribute, heading }) => {
      if (headings.has(heading) || attributes.has(attribute)) return false
      headings.add(heading)
      attributes.add(attribute)
      return true
    })
}

function termsOf(object: ObjectName, pairs: Pair[]): Record<string, Term> {
  const terms: Record<string, Term> = Object.fromEntries(
    pairs.map(({ attribute, heading }) => [attribute, { column: heading }]),
  )
  const standIn = STAND_IN[object]
  if (!terms.key && standIn && terms[standIn]) terms.key = terms[standIn]
  if (object === 'ad_day' && pairs.length) terms.level ??= { constant: finestLevel(terms) }
  return terms
}

/** Reports of one platform at several levels are told apart by it, so that spend is counted once. */
function finestLevel(terms: Record<string, Term>): string {
  if (terms.keyword) return 'keyword'
  if (terms.ad) return 'ad'
  if (terms.ad_group) return 'ad_group'
  return terms.campaign || terms.campaign_key ? 'campaign' : 'account'
}
