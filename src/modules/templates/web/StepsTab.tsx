import { Plus } from 'lucide-react'
import { useState } from 'react'
import { FaceOf } from '../../../ui/kit/Page.tsx'
import { Notice } from '../../../ui/parts/Badge.tsx'
import { Button } from '../../../ui/parts/Button.tsx'
import { Card } from '../../../ui/parts/Card.tsx'
import { useQuery } from '../../../ui/query.ts'
import type { Campaign } from '../../campaigns/contract.ts'
import { type Plan, type PlannedStep, templates } from '../contract.ts'
import { EditStep } from './EditStep.tsx'
import { KeepTemplate } from './KeepTemplate.tsx'
import { MoveStep } from './MoveStep.tsx'
import { StepLine } from './StepLine.tsx'
import { Timeline } from './Timeline.tsx'

export type Deed = { step: PlannedStep | null; verb: 'edit' | 'move' | 'keep' }

/** On a campaign: its steps, when each is due, who has done it, and what is too late. */
export default function StepsTab({ campaign }: { campaign: Campaign }) {
  const asked = useQuery(templates.plan, { id: campaign.id })
  const [deed, setDeed] = useState<Deed | null>(null)
  const plan = asked.data
  const close = () => setDeed(null)
  return (
    <>
      <FaceOf
        isLoading={asked.isPending}
        error={asked.error}
        onRetry={() => void asked.refetch()}
        empty={
          plan?.steps.length === 0 && {
            children: 'No steps yet: say what has to be done before the first day, or start from a template.',
            action: plan.can.change && (
              <Button look="primary" onClick={() => setDeed({ step: null, verb: 'edit' })}>
                Add a step
              </Button>
            ),
          }
        }
      >
        {() => plan && <Shown plan={plan} onDeed={setDeed} />}
      </FaceOf>
      {plan && deed?.verb === 'edit' && <EditStep plan={plan} step={deed.step} onClose={close} />}
      {plan && deed?.verb === 'move' && deed.step && (
        <MoveStep plan={plan} step={deed.step} onClose={close} />
      )}
      {plan && deed?.verb === 'keep' && <KeepTemplate campaign={plan.campaign} onClose={close} />}
    </>
  )
}

function Shown({ plan, onDeed }: { plan: Plan; onDeed: (deed: Deed) => void }) {
  return (
    <>
      <Notice tone={plan.lateBy > 0 ? 'bad' : 'info'}>{plan.says}</Notice>
      <Card title="On the way to the first day" hint={originWords(plan.origin)}>
        <Timeline steps={plan.steps} launchOn={plan.launchOn} />
      </Card>
      <Card
        title="Steps"
        actions={
          plan.can.change && (
            <>
              <Button small look="quiet" onClick={() => onDeed({ step: null, verb: 'keep' })}>
                Keep as a template
              </Button>
              <Button small icon={<Plus size={14} />} onClick={() => onDeed({ step: null, verb: 'edit' })}>
                Add a step
              </Button>
            </>
          )
        }
      >
        <ol className="flex flex-col divide-y divide-line">
          {plan.steps.map((step) => (
            <StepLine key={step.id} plan={plan} step={step} onDeed={onDeed} />
          ))}
        </ol>
      </Card>
    </>
  )
}

function originWords(origin: Plan['origin']): string | undefined {
  if (!origin) return undefined
  const newer = origin.newest > origin.version ? `; version ${origin.newest} is the newest` : ''
  return `Started from the template ${origin.name}, version ${origin.version}${newer}.`
}
