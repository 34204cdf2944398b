/** A contact with a role in an opportunity and what they did on the account's common timeline. */
export type Member = {
  /** How much the role counts beside the others', from 0 up; not yet a share. */
  roleWeight: number
  /** Indexes into the pooled timeline of the touches this member had part in; several members may share one. */
  touches: readonly number[]
  /** The model's weights within this member's own journey, in the order of `touches`, summing to 1. */
  weights: readonly number[]
}

/**
 * Two-level weights over the pooled timeline of an account: the members share by role weight, and each share follows
 * the model within the member's own journey. Members without touches pass their share to the pool, where it follows the
 * model on the whole timeline; so does everything when no role counts. Sums to 1, for `creditsOf`. (The pooled method
 * is the model on the whole timeline alone: give `creditsOf` the pooled weights.)
 * Throws RangeError for a role weight below 0 and for a touch that is not on the timeline.
 */
export function twoLevelWeights(members: readonly Member[], pooled: readonly number[]): number[] {
  for (const member of members) requireMember(member, pooled.length)
  const total = members.reduce((sum, { roleWeight }) => sum + roleWeight, 0)
  const weights = new Array<number>(pooled.length).fill(0)
  let passedOn = total === 0 ? 1 : 0
  for (const member of members) {
    const share = total === 0 ? 0 : member.roleWeight / total
    if (member.touches.length === 0) passedOn += share
    for (const [i, touch] of member.touches.entries()) weights[touch]! += share * member.weights[i]!
  }
  return weights.map((weight, touch) => weight + passedOn * pooled[touch]!)
}

function requireMember({ roleWeight, touches, weights }: Member, pooled: number): void {
  if (!(Number.isFinite(roleWeight) && roleWeight >= 0)) {
    throw new RangeError(`A role must weigh a number from 0 up, not ${roleWeight}.`)
  }
  if (touches.length !== weights.length) {
    throw new RangeError(`A member has ${touches.length} touches but ${weights.length} weights for them.`)
  }
  const outside = touches.find((touch) => !(Number.isInteger(touch) && touch >= 0 && touch < pooled))
  if (outside === undefined) return
  throw new RangeError(
    `A member's touch must be one of the ${pooled} of the account, counted from 0: ${outside}.`,
  )
}

/**
 * Touches of an account counted once per channel, campaign and day: for each touch the index of the first of its kind,
 * so that five who attend one event count as one touch of the account. A touch without a campaign stands for itself.
 * `day` is any number or text that is the same for touches of one day.
 */
export function accountTouches(
  touches: readonly { channel: string | null; campaign: string | null; day: number | string }[],
): number[] {
  const firsts = new Map<string, number>()
  return touches.map(({ channel, campaign, day }, i) => {
    if (campaign === null) return i
    const kind = JSON.stringify([channel, campaign, day])
    if (!firsts.has(kind)) firsts.set(kind, i)
    return firsts.get(kind)!
  })
}
