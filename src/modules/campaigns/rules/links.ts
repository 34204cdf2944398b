export const termKinds = ['source', 'medium', 'campaign', 'content', 'term'] as const
type Kind = (typeof termKinds)[number]
export const termTitles: Record<Kind, string> = {
  source: 'Source',
  medium: 'Medium',
  campaign: 'Campaign name',
  content: 'Content',
  term: 'Term',
}

/**
 * A UTM value as it is kept: lower case, accents taken off, spaces and underscores as one hyphen, nothing but letters
 * without accents, digits, hyphens, dots. Analytics tools take two spellings for two sources.
 */
export function normalised(value: string): string {
  return value
    .trim()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[\s_]+/g, '-')
    .replaceAll(/[^a-z0-9.-]/g, '')
    .replaceAll(/-{2,}/g, '-')
    .replaceAll(/^[-.]+|[-.]+$/g, '')
}

const longest = 100

/** Why a value cannot be allowed, or null. */
export function whyNotTerm(kind: Kind, value: string): string | null {
  const kept = normalised(value)
  if (kept === '') return `“${value}” has no letter or digit a link could carry.`
  if (kept.length > longest) return `A value has ${longest} letters at most; this one has ${kept.length}.`
  if (/["'<>`\\]/.test(value))
    return `${termTitles[kind]}: quotes and angle brackets have no place in a link. Write it without them.`
  return null
}

const longestPage = 2000

/** Why an address cannot be the page a link leads to, or null. */
export function whyNotPage(address: string): string | null {
  if (address.length > longestPage) return `The address has ${longestPage} letters at most.`
  if (/["'<>`\\\s]/.test(address))
    return 'The address holds a space, a quote or an angle bracket. Copy it from the browser’s address bar.'
  if (!URL.canParse(address)) return 'This is not an address. Write it in full: https://example.com/page'
  const { protocol, hostname, username, password } = new URL(address)
  if (protocol !== 'https:' && protocol !== 'http:')
    return `A link leads to a page on the web, so it begins with https://, not with ${protocol}`
  if (!hostname.includes('.')) return `“${hostname}” is not the name of a site.`
  return username || password ? 'The address must not hold a name or a password.' : null
}

type Values = Record<'source' | 'medium' | 'campaign', string> & {
  content?: string | null
  term?: string | null
}
const parameters = ['source', 'medium', 'campaign', 'content', 'term'] as const

/** Why these values cannot be used, or null: each is on its list of allowed ones. */
export function whyNotAllowed(values: Values, allowed: (kind: Kind) => readonly string[]): string | null {
  const wrong = parameters.find((kind) => values[kind] && !allowed(kind).includes(normalised(values[kind])))
  return wrong === undefined
    ? null
    : `“${values[wrong]}” is not among the allowed values of ${termTitles[wrong].toLowerCase()}. Choose one of the list, or have it added there.`
}

/** The address with its UTM parameters, in their usual order; those it had before are replaced. */
export function builtAddress(page: string, values: Values): string {
  const url = new URL(page)
  for (const name of parameters) url.searchParams.delete(`utm_${name}`)
  for (const name of parameters)
    if (values[name]) url.searchParams.set(`utm_${name}`, normalised(values[name]))
  return url.toString()
}

/** Media that analytics tools name by themselves where a visit came without a link of ours. */
const ownMedia = ['none', 'organic', 'referral', 'not-set']

/** Source and medium of a channel as analytics tools write it, `google / cpc`; null where no link could carry it. */
export function pairOf(channel: string): { source: string; medium: string } | null {
  const [source, medium, ...rest] = channel.split(' / ')
  if (!source || !medium || rest.length > 0) return null
  const pair = { source: normalised(source), medium: normalised(medium) }
  return ownMedia.includes(pair.medium) ? null : pair
}
