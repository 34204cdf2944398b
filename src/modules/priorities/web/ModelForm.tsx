import { z } from 'zod'
import { Form } from '../../../ui/form/Form.tsx'
import { useOpened } from '../../../ui/form/useOpened.ts'
import { Dialog } from '../../../ui/parts/Dialog.tsx'
import { useCommand, useQuery } from '../../../ui/query.ts'
import { type Definition, kinds, priorities, type Ranking } from '../contract.ts'
import { kindNames } from '../rules.ts'

const Draft = z.object({
  scope: z.enum(['all', 'board']),
  kind: z.enum(kinds),
  formula: z.string().default(''),
  inputs: z.string().default(''),
  process: z.string().default(''),
  reason: z.string('needs a reason'),
})
type Draft = z.output<typeof Draft>

/** `effort: person-days`, and `worth = value × 2` for what is computed. */
function inputOf(line: string): Definition['inputs'][number] {
  const computed = /^\s*(\w+)\s*=\s*(.+)$/u.exec(line)
  if (computed) return { name: computed[1]!, hint: '', formula: computed[2]!.trim() }
  const [name = '', ...hint] = line.split(':')
  return { name: name.trim(), hint: hint.join(':').trim(), formula: '' }
}

const lineOf = ({ name, hint, formula }: Definition['inputs'][number]): string => {
  if (formula) return `${name} = ${formula}`
  return hint ? `${name}: ${hint}` : name
}

const definitionOf = ({ kind, formula, inputs, process }: Draft): Definition => ({
  ...{ kind, process, formula: kind === 'custom' ? formula : '' },
  inputs:
    kind === 'custom'
      ? inputs
          .split('\n')
          .filter((line) => line.trim() !== '')
          .map(inputOf)
      : [],
})

/** Puts another scoring model in force; what was said of items stays. */
export function ModelForm({ data, onClose }: { data: Ranking; onClose: () => void }) {
  const { opened } = useOpened(data.model)
  const set = useCommand(priorities.setModel, { isQuiet: true, alsoRefresh: ['work'] })
  const { definition } = opened
  const own = useQuery(priorities.models, { boardId: data.board.id }).data?.items
  const all = useQuery(priorities.models, {}).data?.items
  const save = (draft: Draft) => {
    const boardId = draft.scope === 'board' ? data.board.id : null
    const newest = (boardId ? own : all)?.[0]?.version ?? 0
    const version = boardId === opened.boardId ? opened.version : newest
    return set.attempt({ boardId, version, definition: definitionOf(draft), reason: draft.reason })
  }
  return (
    <Dialog isOpen size="large" onClose={onClose} title="The scoring model">
      <Form
        id={`model-${data.board.id}-${opened.version}`}
        schema={Draft}
        initial={{
          ...{ scope: opened.boardId ? 'board' : 'all', kind: definition.kind, formula: definition.formula },
          ...{ inputs: definition.inputs.map(lineOf).join('\n'), process: definition.process },
        }}
        fields={[
          {
            ...{ name: 'scope', label: 'Holds for', kind: 'select' },
            options: [
              { value: 'all', label: 'All boards without one of their own' },
              { value: 'board', label: data.board.name },
            ],
          },
          {
            ...{ name: 'kind', label: 'Model', kind: 'select' },
            options: kinds.map((kind) => ({ value: kind, label: kindNames[kind] })),
          },
          {
            ...{ name: 'formula', label: 'Formula', isOptional: true },
            hint: 'For a formula of your own: worth ÷ effort. There are + − × ÷, comparisons, min, max, round, if.',
          },
          {
            ...{ name: 'inputs', label: 'Inputs of the formula', kind: 'textarea', isOptional: true },
            hint: 'One a line: “effort: person-days”. “worth = value × 2” computes one of others.',
          },
          {
            ...{ name: 'process', label: 'How priorities are set', kind: 'textarea', isOptional: true },
            hint: 'Who estimates, when, who decides. It stands on the page.',
          },
          { name: 'reason', label: 'Why it changes' },
        ]}
        saveLabel="Put it in force"
        onSave={save}
        onSaved={onClose}
        onCancel={onClose}
      />
    </Dialog>
  )
}
