import { useState } from 'react'
import { address } from '../../../kernel/client.ts'
import { Figure, FigureRow } from '../../../ui/figure/Figure.tsx'
import { download } from '../../../ui/format/save.ts'
import { useKeys } from '../../../ui/keys/useKeys.ts'
import { Exports } from '../../../ui/kit/Exports.tsx'
import { Page } from '../../../ui/kit/Page.tsx'
import { UrlFilter } from '../../../ui/list/UrlFilter.tsx'
import { Button } from '../../../ui/parts/Button.tsx'
import { Segmented } from '../../../ui/parts/Segmented.tsx'
import { useQuery } from '../../../ui/query.ts'
import { useSearchParams, useUrl } from '../../../ui/useUrl.ts'
import { type Change, groupings, type Load, load } from '../contract.ts'
import { Apart } from './Apart.tsx'
import { type AskedCell, ItemsDrawer } from './ItemsDrawer.tsx'
import { LoadGrid } from './LoadGrid.tsx'
import { Suggestions } from './Suggestions.tsx'
import { WhatIf } from './WhatIf.tsx'

const scales = ['department', 'enterprise'] as const
const names = { person: 'Person', team: 'Team', role: 'Role', hub: 'Hub', scale: 'Scale' } as const

export default function LoadPage() {
  const search = useSearchParams()
  const [by, setBy] = useUrl('by', 'person')
  const [changes, setChanges] = useState<Change[]>([])
  const grouping = groupings.find((one) => one === by) ?? 'person'
  const filters = Object.fromEntries(
    (['teamId', 'hubId', 'roleId'] as const).flatMap((name) => (search[name] ? [[name, search[name]]] : [])),
  )
  const only = scales.find((one) => one === search.scale)
  const scale = only ? { scale: only } : {}
  const input = { ...filters, ...scale, by: grouping, weeks: 13 } as const
  const asked = useQuery(load.show, { ...input, changes })
  const { data } = asked
  return (
    <Page
      title="Load"
      description="What is planned for people against the hours they have, in the next 13 weeks: too much and too little before it happens."
      isLoading={asked.isPending}
      error={asked.error}
      onRetry={() => {
        setChanges([])
        void asked.refetch()
      }}
      actions={
        <>
          <Exports
            onSave={(format) => download(address(load.exportLoad, { ...input, changes, format }).url)}
          />
          <Button to="/load/signals">Signs of too much work</Button>
        </>
      }
    >
      {() =>
        data && (
          <Shown
            {...{ data, changes, setChanges }}
            choice={
              <Segmented
                label="By"
                value={grouping}
                onChange={setBy}
                options={groupings.map((value) => ({ value, label: names[value] }))}
              />
            }
            isByPerson={grouping === 'person'}
          />
        )
      }
    </Page>
  )
}

type ShownProps = {
  data: Load
  changes: Change[]
  setChanges: (changes: Change[]) => void
  choice: React.ReactNode
  isByPerson: boolean
}

function Shown({ data, changes, setChanges, choice, isByPerson }: ShownProps) {
  const [told, setTold] = useState<AskedCell | null>(null)
  const [isTrying, setTrying] = useState(false)
  useKeys({ w: () => setTrying((is) => !is) })
  return (
    <>
      <FigureRow>
        <Figure label="Person-weeks over 110 %" value={data.over} unit="count" better="down" />
        <Figure
          label="Person-weeks under half, of those with work"
          value={data.idle}
          unit="count"
          better="down"
        />
        <Figure
          label="Items without an estimate"
          value={data.unestimated.length}
          unit="count"
          better="down"
        />
        <Figure label="Items without an assignee" value={data.unassigned.length} unit="count" better="down" />
      </FigureRow>
      <div className="flex flex-wrap items-center gap-2">
        {choice}
        <Filters data={data} />
        <Button small onClick={() => setTrying(!isTrying)}>
          What if…
        </Button>
      </div>
      {(isTrying || changes.length > 0) && <WhatIf {...{ data, changes, setChanges }} />}
      <LoadGrid data={data} onTell={isByPerson ? setTold : null} />
      <Suggestions data={data} onTry={(change) => setChanges([...changes, change])} />
      <Apart data={data} />
      {told && <ItemsDrawer {...told} changes={changes} onClose={() => setTold(null)} />}
    </>
  )
}

function Filters({ data }: { data: Load }) {
  const { teams, hubs, roles } = data.choices
  const shown = [
    { name: 'teamId', label: 'Team', of: teams },
    { name: 'hubId', label: 'Hub', of: hubs },
    { name: 'roleId', label: 'Role', of: roles },
  ].filter((one) => one.of.length > 0)
  return (
    <>
      {shown.map(({ name, label, of }) => (
        <UrlFilter
          key={name}
          {...{ name, label }}
          options={of.map((one) => ({ value: one.id, label: one.name }))}
        />
      ))}
      <UrlFilter
        name="scale"
        label="Scale"
        options={[
          { value: 'department', label: 'Within the department' },
          { value: 'enterprise', label: 'Across the enterprise' },
        ]}
      />
    </>
  )
}
