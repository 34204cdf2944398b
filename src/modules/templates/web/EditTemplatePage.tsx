import { useNavigate, useParams } from '@tanstack/react-router'
import { z } from 'zod'
import { FormPage } from '../../../ui/form/FormPage.tsx'
import { useOpened } from '../../../ui/form/useOpened.ts'
import { useCommand, useQuery } from '../../../ui/query.ts'
import { type Definition, type Template, templates } from '../contract.ts'
import { type StepDraft, StepsEditor } from './StepsEditor.tsx'

const words = z.string().default('')
const Draft = z.object({
  name: z.string('needs a name'),
  reason: z.string().optional(),
  runs: z.number('is a number of days').int().min(1).max(3660),
  audience: words,
  exclusions: words,
  message: words,
  offer: words,
  agency: words,
  steps: z.custom<StepDraft[]>().default([]),
})
type Draft = z.output<typeof Draft>

export default function EditTemplatePage() {
  const { id } = useParams({ strict: false })
  const asked = useQuery(templates.show, { id: id ?? '' }, { isOn: Boolean(id) })
  if (!id) return <Edit one={null} />
  if (asked.data) return <Edit one={asked.data} />
  return (
    <FormPage
      title="Edit"
      id="template-none"
      schema={z.object({})}
      fields={[]}
      onSave={async () => undefined}
      isLoading={asked.isPending}
      error={asked.error}
    />
  )
}

/** The definition with what the form holds; demand, KPIs, channels, fields and tactics stay as they are. */
function definitionOf(
  { steps, runs, name: _name, reason: _reason, ...brief }: Draft,
  before: Definition | undefined,
) {
  return {
    level: before?.level ?? ('campaign' as const),
    runs,
    brief: { ...before?.brief, ...brief },
    tactics: before?.tactics ?? [],
    steps: steps.map(({ days, ...step }) => ({ ...step, days: Number(days) })),
  }
}

const draftOf = (one: Template | null): z.input<typeof Draft> => ({
  name: one?.name ?? '',
  runs: one?.definition.runs ?? 30,
  audience: one?.definition.brief.audience ?? '',
  exclusions: one?.definition.brief.exclusions ?? '',
  message: one?.definition.brief.message ?? '',
  offer: one?.definition.brief.offer ?? '',
  agency: one?.definition.brief.agency ?? '',
  steps: (one?.definition.steps ?? []).map((step) => ({ ...step, days: String(step.days) })),
})

function Edit({ one }: { one: Template | null }) {
  const navigate = useNavigate()
  const { opened } = useOpened(one)
  const add = useCommand(templates.add, { isQuiet: true })
  const change = useCommand(templates.change, { isQuiet: true })
  const path = one ? `/templates/${one.id}` : '/templates'
  const save = (draft: Draft) => {
    const said = { name: draft.name, definition: definitionOf(draft, opened?.definition) }
    return opened
      ? change.attempt({ ...said, id: opened.id, version: opened.version, reason: draft.reason ?? '' })
      : add.attempt(said)
  }
  return (
    <FormPage
      title={one ? `Edit ${one.name}` : 'New template'}
      description={
        one
          ? 'It becomes a new version; campaigns started before stay as they are.'
          : 'Channels, demand target, fields and tactics come along when you keep a campaign as a template.'
      }
      crumbs={[{ title: 'Templates', path: '/templates' }, ...(one ? [{ title: one.name, path }] : [])]}
      id={`template-${opened ? `${opened.id}-${opened.version}` : 'new'}`}
      schema={Draft}
      initial={draftOf(opened)}
      fields={[
        { name: 'name', label: 'Name', autoFocus: true },
        ...(one ? [{ name: 'reason', label: 'Why it changes' } as const] : []),
        { name: 'runs', label: 'Days a campaign runs', kind: 'number' },
        { name: 'audience', label: 'Audience', kind: 'textarea', isOptional: true },
        { name: 'exclusions', label: 'Not for', kind: 'textarea', isOptional: true },
        { name: 'message', label: 'Message', kind: 'textarea', isOptional: true },
        { name: 'offer', label: 'Offer', kind: 'textarea', isOptional: true },
        { name: 'agency', label: 'Agency', isOptional: true },
        {
          name: 'steps',
          label: 'Steps before the first day',
          kind: 'custom',
          isOptional: true,
          render: ({ value, onChange }) => (
            <StepsEditor value={(value ?? []) as StepDraft[]} onChange={onChange} />
          ),
        },
      ]}
      onSave={save}
      onSaved={({ id }) => void navigate({ to: `/templates/${id}` })}
      cancelPath={path}
    />
  )
}
