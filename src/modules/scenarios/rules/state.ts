type Judged = { name: string; state: 'open' | 'adopted'; isRemoved: boolean }

/** Why a scenario cannot be changed; null when it can. */
export function whyNotChange({ name, state, isRemoved }: Judged): string | null {
  if (isRemoved) return `The scenario “${name}” was removed. Put it back first.`
  return state === 'adopted'
    ? `The scenario “${name}” is adopted and stays as it was. Make another one from it to go on.`
    : null
}

/** Why an edit or a decision that was begun on another version is refused; null when it is the one in force. */
export const whyNotVersion = (seen: number, now: number, by: string, name: string): string | null =>
  seen === now
    ? null
    : `${by} changed “${name}” since you loaded it. Load the scenario again and repeat your change.`

/** Why somebody cannot adopt or take back, whatever stands in the scenario; null when they may. */
export const whyNotDecider = (may: { decide: boolean; write: boolean; control: boolean }): string | null =>
  may.decide && (may.write || may.control)
    ? null
    : 'Only somebody who decides on the budget and may write it, or who controls it, adopts a scenario.'
