import { z } from 'zod'
import type { Out } from '../../../kernel/contract.ts'
import { Form } from '../../../ui/form/Form.tsx'
import { Dialog } from '../../../ui/parts/Dialog.tsx'
import { useCommand } from '../../../ui/query.ts'
import { useSearchParams } from '../../../ui/useUrl.ts'
import { agenda, FeedInput, type FeedKind, Where } from '../contract.ts'

const Draft = z.object({ shows: z.string(), name: FeedInput.shape.name })

const kinds: Record<Exclude<FeedKind, 'board'>, string> = {
  mine: 'What is due of mine, and when I am away',
  away: 'Who of my teams is away',
  launches: 'Launches',
  items: 'The list I came from, with its conditions',
}
const boardMark = 'board:'

type NewFeedProps = {
  boards: { id: string; name: string }[]
  onClose: () => void
  onMade: (made: Out<typeof agenda.addFeed>) => void
}

/** Opened from a board (`?boardId=`) or a list (`?where=` with its conditions) it has chosen already. */
export function NewFeed({ boards, onClose, onMade }: NewFeedProps) {
  const search = useSearchParams()
  const where = whereOf(search.where)
  const add = useCommand(agenda.addFeed, { isQuiet: true })
  const board = boards.find((one) => one.id === search.boardId)
  const first = where ? 'items' : board ? `${boardMark}${board.id}` : 'mine'
  const save = ({ shows, name }: z.infer<typeof Draft>) => {
    const boardId = shows.startsWith(boardMark) ? shows.slice(boardMark.length) : null
    const kind = boardId ? 'board' : (shows as FeedKind)
    return add.attempt({ name, kind, boardId, where: kind === 'items' ? where : null })
  }
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title="New calendar feed"
      description="It shows what you may see, at every fetch anew. Items of confidential boards come as their number, leave as “away”."
    >
      <Form
        id="feed-new"
        schema={Draft}
        initial={{ shows: first, name: board?.name ?? 'My work' }}
        saveLabel="Make the feed"
        onSave={save}
        onSaved={onMade}
        onCancel={onClose}
        fields={[
          {
            ...{ name: 'shows' as const, label: 'It shows', kind: 'combobox' as const },
            options: [
              ...Object.entries(kinds)
                .filter(([value]) => value !== 'items' || where)
                .map(([value, label]) => ({ value, label })),
              ...boards.map((one) => ({
                ...{ value: `${boardMark}${one.id}`, label: `What is due on ${one.name}` },
              })),
            ],
          },
          { name: 'name' as const, label: 'Name', hint: 'As your calendar lists it.' },
        ]}
      />
    </Dialog>
  )
}

function whereOf(given: string | undefined): Where | null {
  try {
    const read = Where.safeParse(typeof given === 'string' ? JSON.parse(given) : given)
    return read.success ? read.data : null
  } catch {
    return null
  }
}
