import type { Meter } from '../contract.ts'

/** How it is reckoned, on the page itself. */
export function Rules({ data }: { data: Meter }) {
  const { entries, stages, both } = data.basis
  return (
    <section aria-label="How it is reckoned" className="flex flex-col gap-2 text-sm text-ink-2">
      <p>
        {`As it was: the last four whole weeks. ${entries} people wrote their time down; of ${stages} who did not, the available hours of each day count for the items that were assigned to them in an active stage, by how long each stood there, and their other duties as worked; ${both} did both in different weeks.`}
      </p>
      <p>
        Planned: what is left of the estimates of open items, spread over the working days of their assignees
        until they are due; ten working days without a due day, the next five when overdue. Items without an
        estimate count with the median of done ones of their type.
      </p>
      <p>
        Work counts as vision when its item leads up to the vision, as links stand now. What hangs on no item,
        and other duties, are worked and not vision. Absence is not counted. The limits come from drawing
        whole weeks of people again and again; the alarm sounds when even the upper one is under the target.
      </p>
    </section>
  )
}
