import { useNavigate } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { Form } from '../../../ui/form/Form.tsx'
import { useTicket } from '../../../ui/form/useTicket.ts'
import { Button } from '../../../ui/parts/Button.tsx'
import { useCommand } from '../../../ui/query.ts'
import { intake, type OfferedType } from '../contract.ts'
import { answersOf, fieldsOf, schemaOf } from './asked-fields.tsx'
import { HandIn } from './HandIn.tsx'
import { OutlookShown } from './OutlookShown.tsx'
import { Trap } from './Trap.tsx'

type AskFormProps = { type: OfferedType; me: { name: string; email: string } | null; onBack: () => void }
export type Typed = { title: string; purpose: string; wishedOn: string }

/** The questions of a request, with what can be said at once beside them. */
export function AskForm({ type, me, onBack }: AskFormProps) {
  const [typed, setTyped] = useState<Typed>({ title: '', purpose: '', wishedOn: '' })
  const { save, leave, setTrap, trap, filesKey, setFilesKey } = useFiling(type)
  const schema = useMemo(() => schemaOf(type), [type])
  const fields = fieldsOf(type, (patch) => setTyped((old) => ({ ...old, ...patch })))
  return (
    <div className="grid grid-cols-[1fr_18rem] items-start gap-6 narrow:grid-cols-1">
      <Form
        id={`request-${type.id}-${type.version}`}
        schema={schema}
        initial={me ? { asker: me.name, email: me.email } : {}}
        fields={fields}
        saveLabel="Send the request"
        failedWords="Nothing was sent; what you typed is kept."
        onSave={save}
        onSaved={leave}
      >
        {type.questions
          .filter((one) => one.kind === 'file')
          .map((one) => (
            <p key={one.id} className="font-medium">
              {`As a file: ${one.label}${one.isRequired ? '' : ' (optional)'}`}
            </p>
          ))}
        <HandIn filesKey={filesKey} onKey={setFilesKey} />
        <Trap value={trap} onChange={setTrap} />
        <div>
          <Button look="quiet" small onClick={onBack}>
            All kinds of requests
          </Button>
        </div>
      </Form>
      <OutlookShown typeId={type.id} typed={typed} />
    </div>
  )
}

function useFiling(type: OfferedType) {
  const [trap, setTrap] = useState('')
  const [filesKey, setFilesKey] = useState<string | null>(null)
  const { ticket, renew } = useTicket(intake.openForm)
  const file = useCommand(intake.file, { isQuiet: true })
  const navigate = useNavigate()
  const save = (value: Record<string, unknown>) =>
    file
      .attempt({
        ...{ ...answersOf(value), typeId: type.id, typeVersion: type.version },
        ...{ ticket, website: trap, filesKey },
      })
      .catch(async (error: unknown) => {
        await renew()
        throw error
      })
  const leave = ({ path }: { path: string }) => void navigate({ to: path, search: { new: '1' } as never })
  return { save, leave, trap, setTrap, filesKey, setFilesKey }
}
