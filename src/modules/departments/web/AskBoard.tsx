import { Link } from '@tanstack/react-router'
import { Day } from '../../../ui/format/Values.tsx'
import { day } from '../../../ui/format/when.ts'
import { Badge } from '../../../ui/parts/Badge.tsx'
import type { Ask } from '../contract.ts'
import { states } from '../rules.ts'

/** The asks by their state; what may be done about one stands on its page. */
export const AskBoard = ({ asks }: { asks: Ask[] }) => (
  <div className="grid grid-cols-5 items-start gap-(--gap) max-[1060px]:grid-cols-2 narrow:grid-cols-1">
    {states.map(({ state, title }) => {
      const here = asks.filter((one) => one.state === state)
      return (
        <section key={state} aria-label={title} className="flex min-w-0 flex-col gap-2">
          <h2 className="flex items-center gap-2 font-medium">
            {title}
            <span className="tabular text-ink-3">{here.length}</span>
          </h2>
          {here.map((one) => (
            <Tile key={one.id} ask={one} />
          ))}
        </section>
      )
    })}
  </div>
)

const Tile = ({ ask }: { ask: Ask }) => (
  <Link
    to={`/asks/${ask.id}`}
    className="flex flex-col gap-1 rounded-lg border border-line bg-surface p-3 hover:border-line-strong"
  >
    <span className="font-medium">{ask.what}</span>
    <span className="text-sm text-ink-2">{ask.page.name}</span>
    <span className="flex flex-wrap items-center gap-2 text-sm text-ink-3">
      {ask.isOverdue ? <Badge tone="bad">{`Late: ${day(ask.dueOn)}`}</Badge> : <Day date={ask.dueOn} />}
      {ask.size && <Badge>{ask.size}</Badge>}
    </span>
  </Link>
)
