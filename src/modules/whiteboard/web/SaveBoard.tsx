import { z } from 'zod'
import { Form } from '../../../ui/form/Form.tsx'
import { Dialog } from '../../../ui/parts/Dialog.tsx'
import { toast } from '../../../ui/parts/Toast.tsx'
import { useCan } from '../../../ui/port/Ports.tsx'
import { useCommand, useQuery } from '../../../ui/query.ts'
import { metrics } from '../../metrics/contract.ts'
import { type Board, whiteboard } from '../contract.ts'
import type { Side } from './draft.ts'

const Draft = z.object({
  name: z.string().trim().min(1).max(80),
  metric: z.string().nullable().optional(),
  isShared: z.boolean().default(false),
})

type SaveBoardProps = {
  board: Board | undefined
  options: Pick<Board, Side>
  onSaved: (id: string) => void
  onClose: () => void
}

/** One’s own board is changed; somebody else’s is saved under a name of one’s own. */
export function SaveBoard({ board, options, onSaved, onClose }: SaveBoardProps) {
  const known = useQuery(metrics.catalogue, {})
  const save = useCommand(whiteboard.save, { isQuiet: true })
  const change = useCommand(whiteboard.change, { isQuiet: true })
  const own = board?.can.change ? board : undefined
  const mayShare = useCan()('views:share') || own?.isShared
  const choices = (known.data?.items ?? []).map(({ id, title }) => ({ value: id, label: title, hint: id }))
  return (
    <Dialog isOpen onClose={onClose} title={own ? `Save ${own.name}` : 'Save the board'}>
      <Form
        id={`board-${own?.id ?? 'new'}`}
        schema={Draft}
        initial={{
          name: board ? (own ? board.name : `${board.name}, mine`) : '',
          metric: board?.metric?.id ?? null,
          isShared: own?.isShared ?? false,
        }}
        fields={[
          { name: 'name', label: 'Name', autoFocus: true },
          {
            name: 'metric',
            label: 'About the metric',
            kind: 'combobox',
            options: choices,
            isOptional: true,
            hint: 'It then stands beside the metric, in Metrics and in Explain.',
          },
          ...(mayShare
            ? [{ name: 'isShared', label: 'Share with everybody who sees figures', kind: 'switch' } as const]
            : []),
        ]}
        onSave={({ metric = null, ...about }) =>
          own
            ? change.attempt({ id: own.id, ...about, metric, ...options })
            : save.attempt({ ...about, metric, ...options })
        }
        onSaved={({ id, isShared }) => {
          toast('Saved', { detail: isShared ? 'Everybody who sees figures sees it.' : 'Only you see it.' })
          onSaved(id)
        }}
        onCancel={onClose}
      />
    </Dialog>
  )
}
