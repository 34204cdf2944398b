import { useState } from 'react'
import type { Out } from '../../../kernel/contract.ts'
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
  const { stages, setStages, begun, isChanged, isOvertaken, begin } = useEdit(current)
  return (
    <>
      {!mayEdit && (
        <Notice>You can read the stages; changing them takes the permission stages:manage.</Notice>
      )}
      {isOvertaken && <Overtaken by={current.by} reason={current.reason} onTake={() => begin(current)} />}
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
  const [begun, setBegun] = useState(current)
  const [stages, setStages] = useState(current.stages)
  const isChanged = JSON.stringify(stages) !== JSON.stringify(begun.stages)
  const isOvertaken = begun.version !== current.version
  const begin = (from: Answer['current']) => {
    setBegun(from)
    setStages(from.stages)
  }
  if (isOvertaken && !isChanged) begin(current)
  return { stages, setStages, begun, isChanged, isOvertaken: isOvertaken && isChanged, begin }
}

type OvertakenProps = { by: string | null; reason: string; onTake: () => void }

function Overtaken({ by, reason, onTake }: OvertakenProps) {
  return (
    <Notice tone="warn">
      <span className="flex flex-wrap items-center gap-2">
        {`${by ?? 'Somebody'} changed the stages meanwhile: ${reason}. Yours are still here and cannot be saved over that.`}
        <Button small onClick={onTake}>
          Take theirs
        </Button>
      </span>
    </Notice>
  )
}
