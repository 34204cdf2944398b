import { plainHeading } from './headings.ts'
import type { Mapping, Part, Recognition, Sheet } from './mapping.ts'
import { agreesWith } from './value-types.ts'

const dayHeadings = new Set(
  'date day week ds weekof weekstart weekstarting weekcommencing weekbeginning period month'.split(' '),
)
const outcomeHeadings = new Set(
  'revenue sales turnover totalrevenue netrevenue salesrevenue totalsales'.split(' '),
)
/** `tv_S`, `TV spend`, `search cost`, and the other way round. */
const spendAfter = /^(.+?)[\s_.-]+(?:s|spend|spending|cost|costs)$/i
const spendBefore = /^(?:spend|spending|cost|costs)[\s_.-]+(?:on[\s_.-]+|of[\s_.-]+)?(.+)$/i
/** What is before or after such a word without being a channel. */
const noChannel = /^(avg|average|total|all|max|min|unit|sum|per|planned|other|\/)\b/i
/** Money spent on a network is spent on advertisements there. */
const network = /^(facebook|fb|meta|instagram|linkedin|twitter|x|tiktok|reddit)$/i
const adsOn: Record<string, string> = { fb: 'facebook', meta: 'facebook', instagram: 'facebook' }
const fewest = 2

/** How such tables are told of beside the declared sources. */
export const wideSource = {
  declaration: 'wide-spend',
  source: 'weekly_spend',
  title: 'Spend by channel and revenue',
}
/** Attribute → the headings it is read from, in words. */
export const wideAttributes: Record<string, string> = {
  'channel_spend.day': 'Date or Week',
  'channel_spend.channel': 'the heading of each column of spend',
  'channel_spend.spend': 'columns such as tv_S, TV spend or Cost of TV',
  'outcome.day': 'Date or Week',
  'outcome.name': 'always “revenue”',
  'outcome.value': 'Revenue, Sales or Turnover',
}

/**
 * A table with a row for each week and a column of spend for each channel, with or without what came of it: every
 * column becomes a part of its own, so that the mapping says in the open how wide becomes long.
 */
export function recogniseWide(sheet: Sheet): Recognition | null {
  const day = sheet.headings.find((heading) => dayHeadings.has(plainHeading(heading)))
  const spends = sheet.headings.flatMap((heading) => {
    const channel = channelOf(heading)
    return channel !== null && isNumeric(sheet, heading) ? [{ heading, channel }] : []
  })
  if (day === undefined || spends.length < fewest || isRepeated(spends.map(({ channel }) => channel)))
    return null
  const outcome = sheet.headings.find(
    (heading) => outcomeHeadings.has(plainHeading(heading)) && isNumeric(sheet, heading),
  )
  const mapping = mappingOf(day, spends, outcome)
  const read = new Set([day, outcome, ...spends.map(({ heading }) => heading)])
  return {
    verdict: 'mapped',
    declaration: wideSource.declaration,
    mapping,
    confidence: outcome ? 0.9 : 0.75,
    unused: sheet.headings.filter((heading) => heading.trim() !== '' && !read.has(heading)),
    unsettled: [],
  }
}

function channelOf(heading: string): string | null {
  const said = (spendAfter.exec(heading.trim()) ?? spendBefore.exec(heading.trim()))?.[1]?.trim()
  if (!said || noChannel.test(said)) return null
  const plain = said.replaceAll(/[_.-]+/g, ' ')
  return network.test(plain) ? `${adsOn[plain.toLowerCase()] ?? plain} ads` : plain
}

const isNumeric = (sheet: Sheet, heading: string): boolean =>
  agreesWith('decimal', sheet.columns?.find(({ name }) => name === heading)?.samples ?? []) !== false

const isRepeated = (channels: string[]): boolean =>
  new Set(channels.map((one) => one.toLowerCase())).size < channels.length

function mappingOf(day: string, spends: { heading: string; channel: string }[], outcome?: string): Mapping {
  const parts: Part[] = spends.map(({ heading, channel }) => ({
    object: 'channel_spend',
    attributes: { day: { column: day }, channel: { constant: channel }, spend: { column: heading } },
  }))
  if (outcome !== undefined)
    parts.push({
      object: 'outcome',
      attributes: { day: { column: day }, name: { constant: 'revenue' }, value: { column: outcome } },
    })
  const { source, title } = wideSource
  return { source, title: outcome ? title : 'Spend by channel', parts }
}
