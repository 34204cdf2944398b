import { Link } from '@tanstack/react-router'
import { When } from '../../../ui/format/Values.tsx'
import { Badge } from '../../../ui/parts/Badge.tsx'
import { Button } from '../../../ui/parts/Button.tsx'
import { toast } from '../../../ui/parts/Toast.tsx'
import { useCommand } from '../../../ui/query.ts'
import { type Note, sprints } from '../contract.ts'

/** What somebody said, and what came of it. */
export function NoteLine({ note, onImprove }: { note: Note; onImprove?: () => void }) {
  const remove = useCommand(sprints.removeNote)
  const takeBack = async () => {
    if (await remove.run({ id: note.id })) toast('Taken back')
  }
  return (
    <li className="flex flex-col gap-1 py-2">
      <p className="break-words whitespace-pre-line">{note.text}</p>
      <p className="flex flex-wrap items-center gap-2 text-sm text-ink-3">
        {note.by} <When at={note.at} />
        {note.isOutside && <Badge tone="info">By link</Badge>}
        {note.improvementId ? (
          <Link to="/teamwork?tab=improvements" className="text-accent-ink hover:underline">
            An improvement came of it
          </Link>
        ) : (
          <>
            {onImprove && (
              <Button small look="quiet" onClick={onImprove}>
                Improve
                <span className="sr-only">{`: ${note.text.slice(0, 60)}`}</span>
              </Button>
            )}
            {note.can.remove && (
              <Button small look="quiet" onClick={() => void takeBack()}>
                Take back
              </Button>
            )}
          </>
        )}
      </p>
    </li>
  )
}
