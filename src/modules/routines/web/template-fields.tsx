import { useQuery } from '../../../ui/query.ts'
import { work } from '../../work/contract.ts'
import type { Assign } from '../contract.ts'
import { AssignField } from './AssignField.tsx'
import { type PartDraft, PartsEditor } from './PartsEditor.tsx'

type Shown = { value: unknown; onChange: (value: unknown) => void }

/** The fields of the form of an item template. */
export function useTemplateFields(isChange: boolean) {
  const boards = useQuery(work.boards, {}).data?.items ?? []
  const options = boards.map(({ id, name }) => ({ value: id, label: name }))
  const reason = { name: 'reason' as const, label: 'What changed', isOptional: true }
  return [
    { name: 'name' as const, label: 'Name', autoFocus: true },
    { name: 'boardId' as const, label: 'Board', kind: 'select' as const, options },
    {
      ...{ name: 'title' as const, label: 'Title of its items' },
      hint: 'May hold {day}, {week}, {month}, {quarter}, {year} of the day it is due.',
    },
    { name: 'words' as const, label: 'Words', kind: 'textarea' as const, isOptional: true },
    {
      ...{ name: 'checklist' as const, label: 'Checklist', kind: 'textarea' as const, isOptional: true },
      hint: 'One line for each.',
    },
    {
      ...{ name: 'parts' as const, label: 'Parts', kind: 'custom' as const, isOptional: true },
      render: ({ value, onChange }: Shown) => (
        <PartsEditor value={(value ?? []) as PartDraft[]} onChange={onChange} />
      ),
    },
    { name: 'hours' as const, label: 'Estimate in hours', kind: 'number' as const, isOptional: true },
    { name: 'labels' as const, label: 'Labels', hint: 'Parted by commas.', isOptional: true },
    {
      ...{ name: 'assign' as const, label: 'Who gets it', kind: 'custom' as const },
      render: ({ value, onChange }: Shown) => (
        <AssignField value={(value ?? { kind: 'nobody' }) as Assign} onChange={onChange} />
      ),
    },
    {
      ...{ name: 'notVision' as const, label: 'Why it does not serve the vision', isOptional: true },
      hint: 'Only for what serves no goal.',
    },
    ...(isChange ? [reason] : []),
  ]
}
