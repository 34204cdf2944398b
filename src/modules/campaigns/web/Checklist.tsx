import { z } from 'zod'
import { Form } from '../../../ui/form/Form.tsx'
import { FaceOf } from '../../../ui/kit/Page.tsx'
import { Versions } from '../../../ui/list/Versions.tsx'
import { Drawer } from '../../../ui/parts/Drawer.tsx'
import { toast } from '../../../ui/parts/Toast.tsx'
import { useCan } from '../../../ui/port/Ports.tsx'
import { useCommand, useQuery } from '../../../ui/query.ts'
import { campaigns } from '../contract.ts'
import { normalised } from '../rules.ts'

const Draft = z.object({ lines: z.string(), reason: z.string().min(3, 'takes at least 3 letters') })
type Item = { id: string; words: string }

/** Lines as they are typed; one that was there before keeps its id. */
const itemsOf = (lines: string, before: Item[]): Item[] =>
  lines
    .split('\n')
    .map((words) => words.trim())
    .filter(Boolean)
    .map((words) => ({
      id: before.find((one) => one.words === words)?.id ?? normalised(words).slice(0, 40),
      words,
    }))

/** What creative approval ticks, and how it came to be. */
export function Checklist({ onClose }: { onClose: () => void }) {
  const asked = useQuery(campaigns.checklist, {})
  const mayChange = useCan()('campaigns:brand')
  const versions = asked.data?.items ?? []
  const current = versions[0]
  return (
    <Drawer isOpen onClose={onClose} title="Brand checklist">
      <div className="flex flex-col gap-6 p-5">
        <p className="text-ink-2">Creative approval ticks every line of it, for every campaign.</p>
        <FaceOf isLoading={asked.isPending} error={asked.error} onRetry={() => void asked.refetch()}>
          {() => (
            <>
              {current && mayChange && <Change key={current.version} current={current} />}
              <Versions
                versions={versions}
                inWords={(one) => (
                  <ul className="list-disc pl-4">
                    {one.checklist.map(({ id, words }) => (
                      <li key={id}>{words}</li>
                    ))}
                  </ul>
                )}
              />
            </>
          )}
        </FaceOf>
      </div>
    </Drawer>
  )
}

function Change({ current }: { current: { version: number; checklist: Item[] } }) {
  const change = useCommand(campaigns.changeChecklist, { isQuiet: true })
  return (
    <Form
      id={`brand-checklist-${current.version}`}
      schema={Draft}
      initial={{ lines: current.checklist.map((one) => one.words).join('\n') }}
      fields={[
        { name: 'lines', label: 'What is checked', kind: 'textarea', hint: 'One line each.' },
        { name: 'reason', label: 'Why it changes' },
      ]}
      saveLabel="Change the checklist"
      onSave={({ lines, reason }) =>
        change.attempt({ checklist: itemsOf(lines, current.checklist), reason, version: current.version })
      }
      onSaved={() => toast('Checklist changed', { detail: 'It holds for every approval from here on.' })}
    />
  )
}
