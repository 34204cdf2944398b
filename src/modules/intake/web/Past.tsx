import { When } from '../../../ui/format/Values.tsx'
import { Card } from '../../../ui/parts/Card.tsx'

type Shown = { id: string; kind: string; words: string; by: string; at: string; isHidden?: boolean }

const did: Record<string, string> = {
  ...{ filed: 'filed it', mailed: 'wrote an e-mail', completed: 'completed it', accepted: 'accepted it' },
  ...{ declined: 'declined it', deferred: 'put it off', merged: 'merged it', 'asked-back': 'asked' },
  ...{ replied: 'answered', appealed: 'asked for another look', 'appeal-settled': 'answered the appeal' },
  ...{ withdrawn: 'withdrew it', 'alternative-taken': 'took the alternative', files: 'added files' },
  ...{ 'alternative-left': 'does not take the alternative', undone: 'undid a decision' },
  ...{ 'consent-asked': 'asked whether something else may wait', consented: 'consented' },
  ...{ refused: 'refused', moved: 'moved on' },
}

/** What happened to a request, oldest first. */
export const Past = ({ entries }: { entries: Shown[] }) => (
  <Card title="What happened">
    <ol className="flex flex-col gap-3">
      {entries.map((one) => (
        <li key={one.id} className="flex flex-col">
          <span className="text-sm text-ink-3">
            <span className="font-medium text-ink-2">{one.by}</span> {did[one.kind] ?? one.kind}{' '}
            <When at={one.at} />
            {one.isHidden && ' · among us'}
          </span>
          {one.words && <span className="max-w-180 break-words whitespace-pre-line">{one.words}</span>}
        </li>
      ))}
    </ol>
  </Card>
)
