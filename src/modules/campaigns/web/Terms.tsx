import { X } from 'lucide-react'
import { useState } from 'react'
import { FaceOf } from '../../../ui/kit/Page.tsx'
import { Notice } from '../../../ui/parts/Badge.tsx'
import { Button, IconButton } from '../../../ui/parts/Button.tsx'
import { Card } from '../../../ui/parts/Card.tsx'
import { Field } from '../../../ui/parts/Field.tsx'
import { Input } from '../../../ui/parts/Input.tsx'
import { useCan } from '../../../ui/port/Ports.tsx'
import { sentence, useCommand, useQuery } from '../../../ui/query.ts'
import { campaigns, type Term } from '../contract.ts'
import { normalised, termKinds, termTitles } from '../rules.ts'

/** The allowed values of each parameter. */
export function Terms() {
  const asked = useQuery(campaigns.terms, {})
  return (
    <FaceOf isLoading={asked.isPending} error={asked.error} onRetry={() => void asked.refetch()}>
      {() => (
        <div className="grid grid-cols-3 items-start gap-(--gap) max-[960px]:grid-cols-1">
          {termKinds.map((kind) => (
            <Kind
              key={kind}
              kind={kind}
              terms={(asked.data?.items ?? []).filter((one) => one.kind === kind)}
            />
          ))}
        </div>
      )}
    </FaceOf>
  )
}

function Kind({ kind, terms }: { kind: Term['kind']; terms: Term[] }) {
  const mayManage = useCan()('campaigns:manage')
  const remove = useCommand(campaigns.removeTerm)
  return (
    <Card title={termTitles[kind]} hint={`utm_${kind}`}>
      <div className="flex flex-col gap-3">
        {terms.length === 0 && <p className="text-ink-3">No value is allowed yet.</p>}
        <ul className="flex flex-col">
          {terms.map((one) => (
            <li key={one.id} title={`Added by ${one.addedBy}`} className="flex min-h-7 items-center gap-2">
              <code className="min-w-0 flex-1 font-mono text-sm break-all">{one.value}</code>
              {mayManage && (
                <IconButton
                  small
                  label={`Allow ${one.value} no more`}
                  onClick={() => void remove.run({ id: one.id })}
                >
                  <X size={14} />
                </IconButton>
              )}
            </li>
          ))}
        </ul>
        {mayManage && <Add kind={kind} />}
      </div>
    </Card>
  )
}

function Add({ kind }: { kind: Term['kind'] }) {
  const [value, setValue] = useState('')
  const add = useCommand(campaigns.addTerm, { isQuiet: true })
  const kept = normalised(value)
  const save = async () => {
    if (await add.run({ kind, value })) setValue('')
  }
  return (
    <form
      className="flex flex-col gap-2"
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <Field
        label={`Add to ${termTitles[kind].toLowerCase()}`}
        isLabelHidden
        hint={kept && kept !== value ? `It is kept as ${kept}` : undefined}
      >
        <Input value={value} onChange={setValue} placeholder="Add a value" />
      </Field>
      {add.error && <Notice tone="bad">{sentence(add.error)}</Notice>}
      {value.trim() && (
        <span>
          <Button small type="submit" isBusy={add.isRunning}>
            Allow it
          </Button>
        </span>
      )}
    </form>
  )
}
