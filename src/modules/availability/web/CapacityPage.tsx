import { ChevronLeft, ChevronRight, Gauge } from 'lucide-react'
import { useState } from 'react'
import { address } from '../../../kernel/client.ts'
import { download } from '../../../ui/format/save.ts'
import { useKeys } from '../../../ui/keys/useKeys.ts'
import { Exports } from '../../../ui/kit/Exports.tsx'
import { Page } from '../../../ui/kit/Page.tsx'
import { UrlFilter } from '../../../ui/list/UrlFilter.tsx'
import { Button, IconButton } from '../../../ui/parts/Button.tsx'
import { Segmented } from '../../../ui/parts/Segmented.tsx'
import { useQuery } from '../../../ui/query.ts'
import { useSearchParams, useUrl, useUrlPatch } from '../../../ui/useUrl.ts'
import { availability, type Named } from '../contract.ts'
import { type Asked, CapacityGrid } from './CapacityGrid.tsx'
import { DaysDrawer } from './DaysDrawer.tsx'

const filters = ['teamId', 'hubId', 'roleId', 'skillId', 'country'] as const
const spans = ['4', '8', '12', '26'].map((value) => ({ value, label: `${value} weeks` }))

export default function CapacityPage() {
  const search = useSearchParams()
  const [weeks, setWeeks] = useUrl('weeks', '12')
  const patch = useUrlPatch()
  const chosen = Object.fromEntries(filters.flatMap((name) => (search[name] ? [[name, search[name]]] : [])))
  const count = spans.some((one) => one.value === weeks) ? Number(weeks) : 12
  const from = search.from ? { from: search.from } : {}
  const input = { ...chosen, ...from, weeks: count }
  const asked = useQuery(availability.capacity, input)
  const [told, setTold] = useState<Asked | null>(null)
  const { data } = asked
  const move = (day: string | undefined) => patch({ from: day })
  useKeys({
    p: () => move(data?.before),
    n: () => move(data?.after),
    '.': () => move(undefined),
  })
  return (
    <Page
      title="Capacity"
      description="The hours people have, week by week: their working week without holidays, leave and other duties."
      isLoading={asked.isPending}
      error={asked.error}
      onRetry={asked.refetch}
      actions={
        <>
          <Exports
            onSave={(format) => download(address(availability.exportCapacity, { ...input, format }).url)}
          />
          <Button to="/working-time?show=leave">Ask for leave</Button>
        </>
      }
    >
      {() =>
        data && (
          <>
            <div className="flex flex-wrap items-center gap-2">
              <IconButton label="Earlier weeks" keys="p" onClick={() => move(data.before)}>
                <ChevronLeft size={16} />
              </IconButton>
              <Button small look="quiet" onClick={() => move(undefined)}>
                This week
              </Button>
              <IconButton label="Later weeks" keys="n" onClick={() => move(data.after)}>
                <ChevronRight size={16} />
              </IconButton>
              <Segmented label="How many weeks" value={String(count)} onChange={setWeeks} options={spans} />
              <Filters choices={data.choices} />
            </div>
            {data.people.length > 0 ? (
              <CapacityGrid data={data} onTell={setTold} />
            ) : (
              <NobodyThere
                onLift={() => patch(Object.fromEntries(filters.map((name) => [name, undefined])))}
              />
            )}
            {told && <DaysDrawer {...told} onClose={() => setTold(null)} />}
          </>
        )
      }
    </Page>
  )
}

type Choices = Record<'teams' | 'hubs' | 'roles' | 'skills' | 'countries', Named[]>

function Filters({ choices }: { choices: Choices }) {
  const shown = [
    { name: 'teamId', label: 'Team', of: choices.teams },
    { name: 'hubId', label: 'Hub', of: choices.hubs },
    { name: 'roleId', label: 'Role', of: choices.roles },
    { name: 'skillId', label: 'Skill', of: choices.skills },
    { name: 'country', label: 'Country', of: choices.countries },
  ].filter((one) => one.of.length > 0)
  return shown.map(({ name, label, of }) => (
    <UrlFilter
      key={name}
      name={name}
      label={label}
      options={of.map((one) => ({ value: one.id, label: one.name }))}
    />
  ))
}

const NobodyThere = ({ onLift }: { onLift: () => void }) => (
  <div className="flex flex-col items-center gap-3 rounded-lg border border-line bg-surface p-10 text-center text-ink-2">
    <Gauge size={24} />
    <p>Nobody here fits all of these. Lift a filter, or put people into a team or hub.</p>
    <Button onClick={onLift}>Show everybody</Button>
  </div>
)
