import { useState } from 'react'
import { Page } from '../../../ui/kit/Page.tsx'
import { Button } from '../../../ui/parts/Button.tsx'
import { Select } from '../../../ui/parts/Select.tsx'
import { useCan } from '../../../ui/port/Ports.tsx'
import { useQuery } from '../../../ui/query.ts'
import { useUrl } from '../../../ui/useUrl.ts'
import { work } from '../../work/contract.ts'
import { priorities, type Ranking } from '../contract.ts'
import { kindNames } from '../rules.ts'
import { ApplyDialog } from './ApplyDialog.tsx'
import { DelayTab } from './DelayTab.tsx'
import { ModelForm } from './ModelForm.tsx'
import { OverridesTab } from './OverridesTab.tsx'
import { PasteDialog } from './PasteDialog.tsx'
import { ProcessTab } from './ProcessTab.tsx'
import { RankedTab } from './RankedTab.tsx'
import { WeighingTab } from './WeighingTab.tsx'

const none = { children: 'There is no board yet. Set one up; its items are ranked here.' }

export default function PrioritiesPage() {
  const boards = useQuery(work.boards, {})
  const [chosen, choose] = useUrl('board')
  const items = boards.data?.items ?? []
  const used = useQuery(priorities.rankedBoards, {}).data?.ids
  const isRanked = (id: string) => used?.includes(id) ?? false
  const usual =
    items.find((one) => one.isFavourite && isRanked(one.id)) ??
    items.find((one) => isRanked(one.id)) ??
    items.find((one) => one.isFavourite) ??
    items[0]
  const boardId = items.some((one) => one.id === chosen) ? chosen : used && usual ? usual.id : ''
  const asked = useQuery(priorities.ranking, { boardId }, { isOn: boardId !== '', keepsOld: true })
  const data = asked.data
  return (
    <Page
      title="Priorities"
      description={
        data && `${kindNames[data.model.definition.kind]}: ${data.formula}. Version ${data.model.version}.`
      }
      tabs={tabsOf(data)}
      actions={
        data && (
          <>
            <Select
              label="Board"
              value={boardId}
              options={items.map(({ id, name }) => ({ value: id, label: name }))}
              onChange={choose}
            />
            <Actions data={data} />
          </>
        )
      }
      isLoading={boards.isPending || (boardId !== '' && asked.isPending)}
      error={boards.error ?? asked.error}
      onRetry={() => void asked.refetch()}
      empty={items.length === 0 && none}
    >
      {(tab) => data && <Shown key={boardId} tab={tab} data={data} />}
    </Page>
  )
}

const tabsOf = (data: Ranking | undefined) => [
  { value: 'ranked', label: 'Ranked', ...(data ? { count: data.items.length } : {}) },
  { value: 'delay', label: 'Cost of delay' },
  { value: 'weighing', label: 'What it hangs on' },
  {
    ...{ value: 'overrides', label: 'Put elsewhere' },
    ...(data ? { count: data.overrides.filter((one) => !one.endedAt).length } : {}),
  },
  { value: 'process', label: 'Process' },
]

function Shown({ tab, data }: { tab: string; data: Ranking }) {
  if (tab === 'delay') return <DelayTab data={data} />
  if (tab === 'weighing') return <WeighingTab data={data} />
  if (tab === 'overrides') return <OverridesTab data={data} />
  if (tab === 'process') return <ProcessTab data={data} />
  return <RankedTab data={data} />
}

function Actions({ data }: { data: Ranking }) {
  const can = useCan()
  const [shown, show] = useUrl('show')
  const [dialog, open] = useState<'paste' | 'apply' | null>(null)
  return (
    <>
      {can('work:write') && (
        <>
          <Button onClick={() => open('paste')}>Paste inputs</Button>
          <Button look="primary" onClick={() => open('apply')}>
            Apply the order
          </Button>
        </>
      )}
      {can('work:manage') && <Button onClick={() => show('model')}>Model</Button>}
      {dialog === 'paste' && <PasteDialog data={data} onClose={() => open(null)} />}
      {dialog === 'apply' && (
        <ApplyDialog
          data={data}
          by="rank"
          order={data.items.map((one) => one.id)}
          onClose={() => open(null)}
        />
      )}
      {shown === 'model' && can('work:manage') && <ModelForm data={data} onClose={() => show('')} />}
    </>
  )
}
