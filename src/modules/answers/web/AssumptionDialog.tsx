import { z } from 'zod'
import { Form } from '../../../ui/form/Form.tsx'
import { FaceOf } from '../../../ui/kit/Page.tsx'
import { Versions } from '../../../ui/list/Versions.tsx'
import { Dialog } from '../../../ui/parts/Dialog.tsx'
import { useCan } from '../../../ui/port/Ports.tsx'
import { useCommand, useQuery } from '../../../ui/query.ts'
import { Assumption, answers } from '../contract.ts'

const Draft = Assumption.extend({ reason: z.string().trim().min(1, 'is missing').max(300) })

/** How long answering by hand is taken to last, and how it came to that. */
export function AssumptionDialog({ onClose }: { onClose: () => void }) {
  const asked = useQuery(answers.assumptions, {})
  const assume = useCommand(answers.assume, { isQuiet: true })
  const mayWrite = useCan()('answers:write')
  const [current] = asked.data?.versions ?? []
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title="How long answering by hand lasts"
      description="The hours saved rest on this. Nobody has measured it; put in what you believe and why."
    >
      <FaceOf isLoading={asked.isPending} error={asked.error} onRetry={asked.refetch}>
        {() =>
          current && (
            <div className="flex flex-col gap-6">
              {mayWrite && (
                <Form
                  id={`assumption-${current.version}`}
                  schema={Draft}
                  initial={{ minutes: current.assumption.minutes }}
                  fields={[
                    { name: 'minutes', label: 'Minutes for each question', kind: 'number', autoFocus: true },
                    { name: 'reason', label: 'Why' },
                  ]}
                  onSave={(said) => assume.attempt({ ...said, version: current.version })}
                  onSaved={onClose}
                  onCancel={onClose}
                />
              )}
              <Versions
                versions={asked.data?.versions ?? []}
                inWords={(one) => `${one.assumption.minutes} minutes`}
              />
            </div>
          )
        }
      </FaceOf>
    </Dialog>
  )
}
