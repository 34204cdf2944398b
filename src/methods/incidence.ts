import { type Counts, exitsAt, groupExits, pointAt } from './exits.ts'

export type IncidencePoint = {
  time: number
  atRisk: number
  /** Share of all who entered that has left by this cause at or before `time`. */
  incidence: number
  se: number
  /** Share still in the stage just after `time`, whatever the cause of leaving. */
  open: number
}

export type Incidence = {
  n: number
  causes: Record<string, IncidencePoint[]>
  followUp: number
}

/**
 * Aalen–Johansen cumulative incidence of competing exits: F_k += S(t−)·d_k/n. The incidences of all causes and the
 * share still open sum to 1 at every time. (1 − Kaplan–Meier with the other causes as censoring overstates.)
 *
 * Times ≥ 0 in any one unit; a cause with no exit has no entry. Standard error by the delta method.
 * Throws RangeError for a negative or non-finite time or count.
 * Source: Aalen & Johansen 1978; variance: Marubini & Valsecchi 1995, §10.2; Putter, Fiocco & Geskus 2007.
 */
export function incidence(counts: readonly Counts[]): Incidence {
  const groups = groupExits(counts)
  const names = [...new Set(groups.flatMap((group) => Object.keys(group.exits)))]
  const n = groups.reduce((sum, group) => sum + exitsAt(group) + group.censored, 0)
  const causes: Record<string, IncidencePoint[]> = {}
  for (const cause of names) {
    const points = incidenceOf(cause, groups, n)
    if (points.at(-1)?.incidence) causes[cause] = points
  }
  return { n, causes, followUp: groups.at(-1)?.time ?? 0 }
}

function incidenceOf(cause: string, groups: readonly Counts[], n: number): IncidencePoint[] {
  let atRisk = n
  let open = 1
  let share = 0
  const variance = new RunningVariance()

  return groups.map((group) => {
    const all = exitsAt(group)
    const own = group.exits[cause] ?? 0
    const before = atRisk
    share += (open * own) / before
    variance.add({ atRisk: before, all, own, open, share })
    open = all === before ? 0 : open * (1 - all / before)
    atRisk -= all + group.censored
    return { time: group.time, atRisk: before, incidence: share, se: variance.se(share), open }
  })
}

type Step = { atRisk: number; all: number; own: number; open: number; share: number }

/**
 * var F(t) = Σ (F(t)−F_j)² a_j + Σ b_j − 2 Σ (F(t)−F_j) c_j, with F(t) multiplied out of the sums so that each time
 * costs one step instead of a pass over all earlier ones.
 */
class RunningVariance {
  private a = 0
  private aF = 0
  private aFF = 0
  private b = 0
  private c = 0
  private cF = 0

  add({ atRisk, all, own, open, share }: Step): void {
    // The last people all leaving at once would divide by zero; no later time needs that term.
    const a = all === atRisk ? 0 : all / (atRisk * (atRisk - all))
    const c = (open * own) / atRisk ** 2
    this.a += a
    this.aF += a * share
    this.aFF += a * share ** 2
    this.b += (open ** 2 * own * (atRisk - own)) / atRisk ** 3
    this.c += c
    this.cF += c * share
  }

  se(share: number): number {
    const spread = share ** 2 * this.a - 2 * share * this.aF + this.aFF
    return Math.sqrt(Math.max(0, spread + this.b - 2 * (share * this.c - this.cF)))
  }
}

/** F_k(time): the share that has left by `cause` at or before `time`; 0 for a cause never seen. */
export function incidenceAt(curves: Incidence, cause: string, time: number): number {
  return pointAt(curves.causes[cause] ?? [], time)?.incidence ?? 0
}

/** First time by which a share `p` of all who entered has left by `cause`; null when it never comes to that. */
export function incidenceQuantile(curves: Incidence, cause: string, p: number): number | null {
  return curves.causes[cause]?.find((point) => point.incidence >= p - 1e-12)?.time ?? null
}
