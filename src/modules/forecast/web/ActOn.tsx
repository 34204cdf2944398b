import { Form } from '../../../ui/form/Form.tsx'
import { Dialog } from '../../../ui/parts/Dialog.tsx'
import { toast } from '../../../ui/parts/Toast.tsx'
import { useSession } from '../../../ui/port/Ports.tsx'
import { useCommand, useQuery } from '../../../ui/query.ts'
import { identity } from '../../identity/contract.ts'
import { ActionInput, type Change, forecast, type SegmentChange } from '../contract.ts'
import { printedChange } from '../rules.ts'
import { segmentName } from './Segments.tsx'

type ActOnProps = { change: Change; line: SegmentChange; onClose: () => void }
const inTwoWeeks = () => new Date(Date.now() + 14 * 86_400_000).toISOString().slice(0, 10)

/** Turns a line of a change into something somebody does by a day. */
export function ActOn({ change, line, onClose }: ActOnProps) {
  const me = useSession()?.person
  const people = useQuery(identity.people, {})
  const act = useCommand(forecast.act, { isQuiet: true, alsoRefresh: ['identity'] })
  const owners = (people.data?.people ?? [])
    .filter((one) => one.state === 'active' && one.company === null)
    .map((one) => ({ value: one.id, label: one.name, hint: one.title }))
  const name = segmentName(line)
  const about = {
    metric: change.metric,
    ...change.period,
    dimension: line.segments > 1 ? null : change.by,
    segment: line.segments > 1 ? null : line.segment,
  }
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={`Act on ${name}`}
      description={`${change.title}: ${printedChange(line.change, change.unit, change.currency)} in ${change.period.from} to ${change.period.to}.`}
    >
      <Form
        id={`act-${change.metric}-${change.by}-${name}`}
        schema={ActionInput}
        initial={{ ...(me ? { ownerId: me.id } : {}), dueOn: inTwoWeeks() }}
        fields={[
          {
            name: 'says',
            label: 'What is to be done',
            placeholder: 'Move budget from … to …',
            autoFocus: true,
          },
          { name: 'ownerId', label: 'Who sees to it', kind: 'combobox', options: owners },
          { name: 'dueOn', label: 'Look again on', kind: 'date' },
        ]}
        onSave={(value) => act.attempt({ ...value, ...about })}
        onSaved={() => {
          toast('Decided', { detail: 'It stands under Actions and on the owner’s home page when it is due.' })
          onClose()
        }}
        onCancel={onClose}
        saveLabel="Decide"
      />
    </Dialog>
  )
}
