export const verdicts = ['approved', 'with-changes', 'sent-back'] as const
export type Verdict = (typeof verdicts)[number]

export const verdictNames: Record<Verdict, string> = {
  approved: 'Approved',
  'with-changes': 'Approved with changes',
  'sent-back': 'Sent back',
}

type Vote = { personId: string; verdict: Verdict | null }
export type Stage = { name: string; rule: 'all' | 'one'; dueOn: string; votes: readonly Vote[] }

/** The heaviest of what was said: sent back, then with changes, then approved. */
const heaviest = (said: readonly Verdict[]): Verdict =>
  said.includes('sent-back') ? 'sent-back' : said.includes('with-changes') ? 'with-changes' : 'approved'

/** What a stage came to, or null while somebody is still to decide. */
export function outcomeOf({ rule, votes }: Pick<Stage, 'rule' | 'votes'>): Verdict | null {
  const said = votes.flatMap((one) => one.verdict ?? [])
  if (said.includes('sent-back')) return 'sent-back'
  const isOver = rule === 'one' ? said.length > 0 : said.length === votes.length
  return isOver ? heaviest(said) : null
}

type Standing = { verdict: Verdict | null; stage: number | null; next: string[] }

/** Where a round stands: its decision, or the stage it is in and who is to decide there. */
export function standingOf(stages: readonly Stage[]): Standing {
  const outcomes: Verdict[] = []
  for (const [at, stage] of stages.entries()) {
    const outcome = outcomeOf(stage)
    if (outcome === null) {
      const next = stage.votes.filter((one) => one.verdict === null).map((one) => one.personId)
      return { verdict: null, stage: at, next }
    }
    outcomes.push(outcome)
    if (outcome === 'sent-back') break
  }
  return { verdict: heaviest(outcomes), stage: null, next: [] }
}

type Deciding = { isOpen: boolean; standing: Standing; stages: readonly Stage[] }

/** Why somebody cannot decide a round now, or null. */
export function whyNotDecide({ isOpen, standing, stages }: Deciding, personId: string): string | null {
  if (!isOpen) return 'This proof is not open: nothing is decided about it any more.'
  if (standing.verdict) return 'This round is decided. Hand in a newer version to open another.'
  const stage = stages[standing.stage ?? 0]
  const own = stage?.votes.find((one) => one.personId === personId)
  if (own?.verdict) return 'You have decided in this stage. Take it back first if you see it otherwise now.'
  if (own) return null
  const later = stages.findIndex((one) => one.votes.some((vote) => vote.personId === personId))
  if (later > (standing.stage ?? 0)) return `It is not your turn yet: ${stage?.name} comes first.`
  return 'You are not among those who decide here.'
}

/** Why these stages cannot be those of a proof, or null; `own` opened it or handed the version in. */
export function whyNotStages(
  stages: readonly { name: string; dueOn: string; reviewerIds: readonly string[] }[],
  own: readonly (string | null)[],
  today: string,
): string | null {
  let before = today
  for (const { name, dueOn, reviewerIds } of stages) {
    if (dueOn < before)
      return before === today
        ? `${name} is due on ${dueOn}, which is past. Give it a day to come.`
        : `${name} is due on ${dueOn}, before the stage that comes first. Put the days in order.`
    if (new Set(reviewerIds).size < reviewerIds.length) return `${name} names somebody twice.`
    if (reviewerIds.some((one) => own.includes(one)))
      return `Nobody decides their own: take whoever opens the proof or handed the file in out of ${name}.`
    before = dueOn
  }
  return null
}

/** Why an item does not enter a stage that is done, or null. */
export const whyNotDone = (open: number): string | null =>
  open === 0
    ? null
    : `${open === 1 ? 'A proof of its files is' : `${open} proofs of its files are`} open. Decide or withdraw it first.`
