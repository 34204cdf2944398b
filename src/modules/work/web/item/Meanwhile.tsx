import { Notice } from '../../../../ui/parts/Badge.tsx'
import { Button } from '../../../../ui/parts/Button.tsx'
import { durationWords } from '../../rules.ts'
import { arrivalTitles, priorityTitles, relevanceTitles } from '../item-words.tsx'
import type { ItemEdit } from './useItemEdit.ts'

const titles: Record<string, string> = {
  ...{ title: 'title', words: 'description', typeId: 'type', parentId: 'item above', labels: 'labels' },
  ...{ assigneeIds: 'assignees', startsOn: 'first day', dueOn: 'due day', estimateMinutes: 'estimate' },
  ...{ points: 'points', relevance: 'relevance', priority: 'priority', arrival: 'planned or reactive' },
  ...{ notVision: 'reason why it is not vision', values: 'fields' },
}
const known: Record<string, string> = { ...priorityTitles, ...relevanceTitles, ...arrivalTitles }

type Names = (id: string) => string

function inWords(name: string, value: unknown, nameOf: Names): string {
  if (value === null || value === undefined || value === '') return 'Nothing'
  if (name === 'estimateMinutes') return durationWords(Number(value))
  if (Array.isArray(value))
    return value.length === 0 ? 'Nothing' : value.map((one) => nameOf(String(one))).join(', ')
  if (name === 'values') return 'What you typed into the fields'
  return known[String(value)] ?? nameOf(String(value))
}

/** Theirs and yours side by side; one click keeps either. */
export function Meanwhile({ edit, nameOf }: { edit: ItemEdit; nameOf: Names }) {
  const { meanwhile, settle } = edit
  if (!meanwhile) return null
  const { name, mine, theirs } = meanwhile
  const sides = [
    {
      title: 'Theirs',
      words: name === 'values' ? 'What the fields hold now' : inWords(name, theirs, nameOf),
    },
    { title: 'Yours', words: inWords(name, mine, nameOf) },
  ]
  return (
    <Notice tone="warn">
      <p className="font-medium">{`Somebody changed the ${titles[name]} while you did. Which one shall stand?`}</p>
      <div className="mt-2 grid grid-cols-2 gap-3 narrow:grid-cols-1">
        {sides.map((side) => (
          <section
            key={side.title}
            aria-label={side.title}
            className="flex flex-col items-start gap-2 rounded-md bg-surface p-3 text-ink"
          >
            <h3 className="text-sm text-ink-3">{side.title}</h3>
            <p className="max-h-40 w-full overflow-y-auto break-words whitespace-pre-line">{side.words}</p>
            <Button small onClick={() => void settle(side.title === 'Yours')}>
              {side.title === 'Yours' ? 'Keep yours' : 'Keep theirs'}
            </Button>
          </section>
        ))}
      </div>
    </Notice>
  )
}
