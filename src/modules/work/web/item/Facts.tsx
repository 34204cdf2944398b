import { Link } from '@tanstack/react-router'
import { day } from '../../../../ui/format/when.ts'
import { Properties } from '../../../../ui/kit/DetailPage.tsx'
import { toast } from '../../../../ui/parts/Toast.tsx'
import { useToday } from '../../../../ui/period/usePeriod.ts'
import { useQuery } from '../../../../ui/query.ts'
import { type Detail, type Item, work } from '../../contract.ts'
import { durationWords, minutesOf } from '../../rules.ts'
import {
  arrivalTitles,
  isLate,
  optionsOf,
  PriorityBadge,
  priorityTitles,
  relevanceTitles,
} from '../item-words.tsx'
import { Labels } from './Labels.tsx'
import { People, PeopleMenu } from './PeopleMenu.tsx'
import { Pick } from './Pick.tsx'
import { Typed } from './Typed.tsx'
import type { ItemEdit } from './useItemEdit.ts'

type FactsProps = { detail: Detail; edit: ItemEdit; canEdit: boolean }

/** The built-in fields of an item, each changed where it is read. */
export function Facts(props: FactsProps) {
  const { detail, edit, canEdit } = props
  const rows = canEdit ? editable(props) : readable(detail.item)
  const types = useQuery(work.types, {}).data?.items ?? []
  const type = {
    label: 'Type',
    value: canEdit ? (
      <Pick
        label="Type"
        value={edit.shown.typeId}
        options={types
          .filter((one) => !one.isRetired || one.id === edit.shown.typeId)
          .map(({ id, name }) => ({ value: id, label: name }))}
        onChange={(typeId) => void edit.save({ typeId })}
      />
    ) : (
      types.find((one) => one.id === detail.item.typeId)?.name
    ),
  }
  return <Properties properties={[boardOf(detail), type, ...rows]} />
}

const boardOf = ({ board }: Detail) => ({
  label: 'Board',
  value: (
    <Link to={`/work/boards/${board.id}`} className="truncate text-accent-ink hover:underline">
      {board.name}
    </Link>
  ),
})

function editable({ detail: { item }, edit }: FactsProps) {
  const { shown, save } = edit
  const people = new Map(item.assignees.map((one) => [one.id, one.name]))
  const assignees = shown.assigneeIds.map((id) => ({ id, name: people.get(id) ?? '…' }))
  return [
    {
      label: 'Assignees',
      value: (
        <PeopleMenu
          label="Assignees"
          value={assignees}
          onChange={(assigneeIds) => void save({ assigneeIds })}
        />
      ),
    },
    {
      label: 'Priority',
      value: (
        <Pick
          label="Priority"
          value={shown.priority}
          options={optionsOf(priorityTitles)}
          onChange={(priority) => void save({ priority })}
        >
          <PriorityBadge priority={shown.priority} />
        </Pick>
      ),
    },
    { label: 'Begins', value: <DayField label="First day" name="startsOn" edit={edit} /> },
    { label: 'Due', value: <DayField label="Due day" name="dueOn" edit={edit} item={item} /> },
    { label: 'Estimate', value: <Estimate edit={edit} /> },
    { label: 'Points', value: <Points edit={edit} /> },
    {
      label: 'Relevance',
      value: (
        <Pick
          label="Relevance"
          value={shown.relevance}
          options={optionsOf(relevanceTitles)}
          onChange={(relevance) => void save({ relevance })}
        />
      ),
    },
    {
      label: 'Came',
      value: (
        <Pick
          label="Planned or reactive"
          value={shown.arrival}
          options={optionsOf(arrivalTitles)}
          onChange={(arrival) => void save({ arrival })}
        />
      ),
    },
    { label: 'Labels', value: <Labels value={shown.labels} onChange={(labels) => save({ labels })} /> },
  ]
}

type DayFieldProps = { label: string; name: 'startsOn' | 'dueOn'; edit: ItemEdit; item?: Item }

function DayField({ label, name, edit, item }: DayFieldProps) {
  const today = useToday()
  const value = edit.shown[name]
  const late = item !== undefined && isLate({ ...item, dueOn: value }, today)
  return (
    <Typed
      type="date"
      label={label}
      value={value ?? ''}
      shown={value ? `${day(value)}${late ? ', late' : ''}` : ''}
      isBad={late}
      onSave={(typed) => edit.save({ [name]: typed || null })}
    />
  )
}

function Estimate({ edit }: { edit: ItemEdit }) {
  const { estimateMinutes: minutes } = edit.shown
  const said = minutes === null ? '' : durationWords(minutes)
  const save = (typed: string) => {
    try {
      return edit.save({ estimateMinutes: minutesOf(typed) })
    } catch (error) {
      toast((error as Error).message, { tone: 'bad' })
      return false
    }
  }
  return <Typed label="Estimate" value={said} shown={said} placeholder="2 h 30 min" onSave={save} />
}

function Points({ edit }: { edit: ItemEdit }) {
  const said = edit.shown.points === null ? '' : String(edit.shown.points)
  const save = (typed: string) => {
    const points = typed === '' ? null : Number(typed.replace(',', '.'))
    if (!Number.isNaN(points)) return edit.save({ points })
    toast(`“${typed.slice(0, 40)}” is no number of points. Write it like 3 or 0.5.`, { tone: 'bad' })
    return false
  }
  return <Typed label="Points" value={said} shown={said} onSave={save} />
}

const readable = (item: Item) => [
  { label: 'Assignees', value: <People value={item.assignees} /> },
  { label: 'Priority', value: <PriorityBadge priority={item.priority} /> },
  { label: 'Begins', value: item.startsOn ? day(item.startsOn) : '–' },
  { label: 'Due', value: item.dueOn ? day(item.dueOn) : '–' },
  { label: 'Estimate', value: item.estimateMinutes === null ? '–' : durationWords(item.estimateMinutes) },
  { label: 'Points', value: item.points ?? '–' },
  { label: 'Relevance', value: relevanceTitles[item.relevance] },
  { label: 'Came', value: arrivalTitles[item.arrival] },
  { label: 'Labels', value: item.labels.join(', ') || '–' },
]
