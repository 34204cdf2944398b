export type ChannelRanking = {
  channel: string
  /** Lowest and highest share over the models. */
  min: number
  max: number
  /** Rank per model in the order of the models, 1 the largest share; equal shares have the same rank. */
  ranks: number[]
  /** Whether the rank depends on the model chosen. */
  dependsOnModel: boolean
}

/**
 * How far the standing of channels is a matter of the model. `shares` holds for each model the share of each channel;
 * a channel a model does not name has the share 0 there. Channels in the order they are first named.
 * Shares equal to nine digits count as equal, so that rounding makes no ranks. Throws RangeError for a share that is no
 * number.
 */
export function rankChannels(shares: ReadonlyMap<string, ReadonlyMap<string, number>>): ChannelRanking[] {
  const models = [...shares.values()]
  const channels = [...new Set(models.flatMap((model) => [...model.keys()]))]
  const columns = models.map((model) => channels.map((channel) => model.get(channel) ?? 0))
  const ranks = columns.map(ranksOf)
  return channels.map((channel, c) => {
    const own = columns.map((column) => column[c]!)
    const places = ranks.map((rank) => rank[c]!.first)
    return {
      channel,
      min: own.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY),
      max: own.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY),
      ranks: places,
      dependsOnModel: places.some((place) => place !== places[0]),
    }
  })
}

/**
 * Spearman's rank correlation of two lists of the same length, −1 … 1, equal numbers sharing their mean rank. Null when
 * either has fewer than two different numbers: there is no order to compare. Throws RangeError for different lengths
 * and for what is no number. Source: Spearman 1904; Kendall & Gibbons, "Rank Correlation Methods", ch. 3 on ties.
 */
export function spearman(a: readonly number[], b: readonly number[]): number | null {
  if (a.length !== b.length) {
    throw new RangeError(
      `Ranks can be compared only in pairs; there are ${a.length} and ${b.length} numbers.`,
    )
  }
  const middle = (a.length + 1) / 2
  const [x, y] = [a, b].map((numbers) => ranksOf(numbers).map(({ mean }) => mean - middle))
  const product = (one: number[], other: number[]) => one.reduce((sum, rank, i) => sum + rank * other[i]!, 0)
  const spread = Math.sqrt(product(x!, x!) * product(y!, y!))
  return spread === 0 ? null : product(x!, y!) / spread
}

type Rank = { first: number; mean: number }

const isSame = (a: number, b: number) => Math.abs(a - b) <= 1e-9 * Math.max(Math.abs(a), Math.abs(b))

function ranksOf(numbers: readonly number[]): Rank[] {
  const wrong = numbers.find((number) => !Number.isFinite(number))
  if (wrong !== undefined) throw new RangeError(`Only numbers can be ranked, not ${wrong}.`)
  const order = [...numbers.keys()].sort((a, b) => numbers[b]! - numbers[a]!)
  const ranks = new Array<Rank>(numbers.length)
  let from = 0
  for (let to = 1; to <= order.length; to++) {
    if (to < order.length && isSame(numbers[order[from]!]!, numbers[order[to]!]!)) continue
    for (const i of order.slice(from, to)) ranks[i] = { first: from + 1, mean: (from + 1 + to) / 2 }
    from = to
  }
  return ranks
}
