import { useState } from 'react'
import type { Out } from '../../../kernel/contract.ts'
import { Meanwhile } from '../../../ui/form/Meanwhile.tsx'
import { useOpened } from '../../../ui/form/useOpened.ts'
import { Page } from '../../../ui/kit/Page.tsx'
import { Versions } from '../../../ui/list/Versions.tsx'
import { Notice } from '../../../ui/parts/Badge.tsx'
import { Button } from '../../../ui/parts/Button.tsx'
import { useCan } from '../../../ui/port/Ports.tsx'
import { useQuery } from '../../../ui/query.ts'
import { pipeline } from '../contract.ts'
import { SaveStages } from './SaveStages.tsx'
import { StageList } from './StageList.tsx'

type Answer = Out<typeof pipeline.stages>

export default function StagesPage() {
  const asked = useQuery(pipeline.stages, {})
  const { data } = asked
  return (
    <Page
      title="Stages"
      description="The way from lead to customer: names, order, and how it shows that somebody has entered a stage. Figures are rebuilt after every change."
      tabs={[
        { value: 'stages', label: 'Stages' },
        { value: 'versions', label: 'Versions', count: data?.versions.length },
      ]}
      isLoading={asked.isPending}
      error={asked.error}
      onRetry={asked.refetch}
    >
      {(tab) =>
        data &&
        (tab === 'versions' ? (
          <Versions
            versions={data.versions}
            inWords={(one) => one.stages.map((stage) => stage.name).join(' → ')}
          />
        ) : (
          <Editor current={data.current} attributes={data.attributes} />
        ))
      }
    </Page>
  )
}

function Editor({ current, attributes }: Pick<Answer, 'current' | 'attributes'>) {
  const mayEdit = useCan()('stages:manage')
  const [isSaving, setSaving] = useState(false)
  const { stages, setStages, begun, isChanged, newer, begin } = useEdit(current)
  return (
    <>
      {!mayEdit && (
        <Notice>You can read the stages; changing them takes the permission stages:manage.</Notice>
      )}
      {newer && (
        <Meanwhile by={newer.by} what="the stages" reason={newer.reason} onLoad={() => begin(newer)} />
      )}
      <StageList stages={stages} attributes={attributes} onChange={mayEdit ? setStages : undefined} />
      {isChanged && (
        <div className="sticky bottom-3 flex items-center gap-2 rounded-lg border border-line bg-raised px-4 py-3 shadow-2">
          <span className="flex-1">Not saved yet. Nothing changes until you say why.</span>
          <Button onClick={() => begin(current)}>Discard</Button>
          <Button look="primary" onClick={() => setSaving(true)}>
            Save…
          </Button>
        </div>
      )}
      {isSaving && <SaveStages stages={stages} version={begun.version} onClose={() => setSaving(false)} />}
    </>
  )
}

/** What is being edited stays as it is when somebody else saves; only untouched stages follow. */
function useEdit(current: Answer['current']) {
  const { opened: begun, open, newer } = useOpened(current)
  const [stages, setStages] = useState(current.stages)
  const isChanged = JSON.stringify(stages) !== JSON.stringify(begun.stages)
  const begin = (from: Answer['current']) => {
    open(from)
    setStages(from.stages)
  }
  if (newer && !isChanged) begin(newer)
  return { stages, setStages, begun, isChanged, newer: isChanged ? newer : null, begin }
}
