/** A distinct journey: its channels in order of time, and how often it ended in a conversion and how often in none. */
export type Journey = {
  channels: readonly string[]
  conversions: number
  /** Value of all its conversions together, in any one unit. */
  value: number
  /** Times it ended without a conversion. */
  nulls: number
}

/**
 * Distinct journeys as columns: journey j takes the channels `steps[starts[j]]` up to, not including,
 * `steps[starts[j + 1]]`, as indexes into `channels`. An engine that has counted journeys already fills the columns
 * itself; `gatherJourneys` makes them of names.
 */
export type Journeys = {
  channels: readonly string[]
  starts: Int32Array
  steps: Int32Array
  conversions: Float64Array
  values: Float64Array
  nulls: Float64Array
}

/** What a model gives a channel. */
export type ChannelCredit = { channel: string; conversions: number; value: number }

/**
 * Journeys by name gathered into columns, channels numbered in the order they are met. A journey without touches says
 * nothing about channels and is left out: its conversions are unattributed. Conversions and nulls may be fractions.
 * Throws RangeError for a negative or non-finite count, a non-finite value, and a value without a conversion.
 */
export function gatherJourneys(journeys: Iterable<Journey>): Journeys {
  const named = channelNumbers()
  const [starts, steps] = [[0], [] as number[]]
  const [conversions, values, nulls] = [[] as number[], [] as number[], [] as number[]]
  for (const journey of journeys) {
    requireJourney(journey)
    if (journey.channels.length === 0) continue
    for (const channel of journey.channels) steps.push(named.numberOf(channel))
    starts.push(steps.length)
    conversions.push(journey.conversions)
    values.push(journey.value)
    nulls.push(journey.nulls)
  }
  return {
    channels: named.channels(),
    starts: Int32Array.from(starts),
    steps: Int32Array.from(steps),
    conversions: Float64Array.from(conversions),
    values: Float64Array.from(values),
    nulls: Float64Array.from(nulls),
  }
}

function channelNumbers() {
  const numbers = new Map<string, number>()
  const numberOf = (channel: string): number => {
    const known = numbers.get(channel)
    if (known !== undefined) return known
    numbers.set(channel, numbers.size)
    return numbers.size - 1
  }
  return { numberOf, channels: () => [...numbers.keys()] }
}

function requireJourney({ conversions, value, nulls }: Journey): void {
  const isCount = (count: number) => Number.isFinite(count) && count >= 0
  if (!isCount(conversions) || !isCount(nulls)) {
    throw new RangeError(`A journey is counted with numbers from 0 up, not ${conversions} and ${nulls}.`)
  }
  if (!Number.isFinite(value)) throw new RangeError(`The value of a journey must be a number, not ${value}.`)
  if (conversions === 0 && value !== 0) {
    throw new RangeError(`A journey without conversions cannot have a value; it has ${value}.`)
  }
}

/** The different channels of every journey, laid out as `Journeys` lays out its steps, in order of first touch. */
export function channelSets(journeys: Journeys): { starts: Int32Array; members: Int32Array } {
  const { starts, steps } = journeys
  const lastSeen = new Int32Array(journeys.channels.length).fill(-1)
  const sets = { starts: new Int32Array(starts.length), members: new Int32Array(steps.length) }
  let length = 0
  for (let j = 0; j + 1 < starts.length; j++) {
    for (let i = starts[j]!; i < starts[j + 1]!; i++) {
      const channel = steps[i]!
      if (lastSeen[channel] === j) continue
      lastSeen[channel] = j
      sets.members[length++] = channel
    }
    sets.starts[j + 1] = length
  }
  return { ...sets, members: sets.members.subarray(0, length) }
}

/** Conversions each channel had a part in, in the order of `channels`; they overlap and must not be summed. */
export function influencedConversions(journeys: Journeys): Float64Array {
  const { starts, members } = channelSets(journeys)
  const influenced = new Float64Array(journeys.channels.length)
  for (let j = 0; j + 1 < starts.length; j++) {
    for (let i = starts[j]!; i < starts[j + 1]!; i++) influenced[members[i]!]! += journeys.conversions[j]!
  }
  return influenced
}

/** Share of each channel in all conversions credited, or in all value; zeros when there is nothing to share. */
export function sharesOf(credits: readonly ChannelCredit[], of: 'conversions' | 'value' = 'conversions') {
  const total = credits.reduce((sum, credit) => sum + credit[of], 0)
  return credits.map((credit) => (total === 0 ? 0 : credit[of] / total))
}

/** The sum of the numbers of a column; 0 of an empty one. */
export function sum(numbers: ArrayLike<number>): number {
  let total = 0
  for (let i = 0; i < numbers.length; i++) total += numbers[i]!
  return total
}
