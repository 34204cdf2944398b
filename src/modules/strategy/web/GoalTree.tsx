import { Link } from '@tanstack/react-router'
import { percent } from '../../../ui/format/number.ts'
import { Badge } from '../../../ui/parts/Badge.tsx'
import type { Goal } from '../contract.ts'
import { CourseBadge } from './kpi-words.tsx'
import { Share } from './Share.tsx'

type TreeProps = { goals: Goal[]; roots: Goal[] }

/** Goals one under another, each with what moves it. */
export const GoalTree = ({ goals, roots }: TreeProps) => (
  <ul className="flex flex-col gap-2">
    {roots.map((goal) => (
      <Branch key={goal.id} goal={goal} goals={goals} />
    ))}
  </ul>
)

function Branch({ goal, goals }: { goal: Goal; goals: Goal[] }) {
  const below = goals.filter((one) => one.parent?.id === goal.id)
  const kpis = goal.progress.parts.filter((one) => one.kind === 'kpi')
  return (
    <li className="flex flex-col gap-2">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1 rounded-md border border-line bg-surface px-3 py-2">
        <span className="flex min-w-48 flex-1 flex-col">
          <Link to={`/goals/${goal.id}`} className="font-medium hover:text-accent-ink hover:underline">
            {goal.name}
          </Link>
          <span className="text-sm text-ink-3">
            {`${goal.levelTitle} · ${goal.period.label}${goal.owner ? ` · ${goal.owner.name}` : ''} · weight ${goal.weight}`}
          </span>
        </span>
        {goal.state !== 'open' && <Badge>{goal.state === 'done' ? 'Done' : 'Dropped'}</Badge>}
        {!goal.owner && goal.state === 'open' && <Badge tone="warn">No owner</Badge>}
        <Share progress={goal.progress} label={goal.name} />
      </div>
      {(kpis.length > 0 || below.length > 0) && (
        <ul className="ml-3 flex flex-col gap-2 border-l border-line pl-3 narrow:ml-1 narrow:pl-2">
          {kpis.map((one) => (
            <li key={one.id} className="flex flex-wrap items-center gap-2 px-1 text-sm">
              <Link to={`/kpis/${one.id}`} className="text-ink-2 hover:text-accent-ink hover:underline">
                {`KPI: ${one.name}`}
              </Link>
              {one.course && <CourseBadge course={one.course} />}
              <span className="tabular text-ink-3">
                {one.share === null ? '' : `${percent(one.share)} of the way`}
              </span>
            </li>
          ))}
          {below.map((one) => (
            <Branch key={one.id} goal={one} goals={goals} />
          ))}
        </ul>
      )}
    </li>
  )
}
