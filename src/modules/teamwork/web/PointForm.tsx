import { z } from 'zod'
import { FormDialog } from '../../../ui/form/FormDialog.tsx'
import { Meanwhile } from '../../../ui/form/Meanwhile.tsx'
import { useOpened } from '../../../ui/form/useOpened.ts'
import { useCommand } from '../../../ui/query.ts'
import { type Board, Day, type Point, PointTerms, teamwork } from '../contract.ts'
import { usePeople } from './people.ts'

const New = PointTerms.pick({ what: true }).extend({ said: PointTerms.shape.said.optional() })
const Noted = New.extend({ ownerId: z.string().optional(), dueOn: Day.optional() })
type PointFormProps = { board: Board; point: Point | null; onClose: () => void }

/** A new point, or what was said about one, and who does what by when. */
export const PointForm = ({ board, point, onClose }: PointFormProps) =>
  point ? <Note board={board} point={point} onClose={onClose} /> : <Add board={board} onClose={onClose} />

function Add({ board, onClose }: Omit<PointFormProps, 'point'>) {
  const add = useCommand(teamwork.addPoint, { isQuiet: true })
  return (
    <FormDialog
      title="Add a point"
      onClose={onClose}
      id={`point-new-${board.id}`}
      schema={New}
      fields={[
        { name: 'what', label: 'What to talk about', autoFocus: true },
        { name: 'said', label: 'What to know before', kind: 'textarea', isOptional: true },
      ]}
      saveLabel="Add"
      onSave={({ said, what }) => add.attempt({ id: board.id, what, said: said ?? '' })}
    />
  )
}

function Note({ board, point, onClose }: PointFormProps & { point: Point }) {
  const now = board.points.find((one) => one.id === point.id) ?? point
  const { opened, open, newer } = useOpened<Point>(now)
  const change = useCommand(teamwork.changePoint, { isQuiet: true })
  const { options } = usePeople()
  return (
    <FormDialog
      key={opened.version}
      title="Note"
      description="What was said or decided; with an owner and a day it is an action."
      onClose={onClose}
      id={`point-${opened.id}-${opened.version}`}
      schema={Noted}
      initial={{
        ...{ what: opened.what, said: opened.said, ownerId: opened.owner?.id },
        dueOn: opened.dueOn ?? undefined,
      }}
      fields={[
        { name: 'what', label: 'Point' },
        {
          name: 'said',
          label: 'What was said or decided',
          kind: 'textarea',
          isOptional: true,
          autoFocus: true,
        },
        { name: 'ownerId', label: 'Who does it', kind: 'combobox', isOptional: true, options },
        { name: 'dueOn', label: 'By', kind: 'date', isOptional: true },
      ]}
      onSave={({ said, ownerId, dueOn, what }) =>
        change.attempt({
          ...{ id: opened.id, version: opened.version, what, said: said ?? '' },
          ...{ ownerId: ownerId ?? null, dueOn: dueOn ?? null },
        })
      }
    >
      {newer && <Meanwhile by={null} what="this point" onLoad={() => open(newer)} />}
    </FormDialog>
  )
}
