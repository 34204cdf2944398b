import { z } from 'zod'
import { FormDialog } from '../../../ui/form/FormDialog.tsx'
import type { CustomControl, FormField } from '../../../ui/form/fields.ts'
import { useSession } from '../../../ui/port/Ports.tsx'
import { useCommand, useQuery } from '../../../ui/query.ts'
import {
  type Blocker,
  BlockerTerms,
  blockers,
  causeNames,
  causes,
  type PartyKind,
  partyKinds,
} from '../contract.ts'
import { ItemPicker } from './ItemPicker.tsx'
import { partyNames } from './words.tsx'

const written = 'name:'
const Draft = BlockerTerms.omit({ partyKind: true, partyId: true, party: true, ownerId: true }).extend({
  item: z.string().min(1, 'needs a choice: which item is it?'),
  /** `team:tem_…`, or `name:vendor` with a name. */
  by: z.string().min(1, 'needs a choice'),
  party: z.string().max(120).optional(),
  ownerId: z.string().min(1, 'needs somebody'),
  sinceOn: z.iso.date('is not a date').optional(),
})

type BlockFormProps = { item?: string; of?: Blocker; onClose: () => void }

/** What blocks an item: the same words for a new one and to change one. */
export function BlockForm({ item = '', of, onClose }: BlockFormProps) {
  const add = useCommand(blockers.block, { isQuiet: true })
  const change = useCommand(blockers.change, { isQuiet: true })
  const { data } = useQuery(blockers.choices, {})
  const me = useSession()?.person.id ?? ''
  const parties = (data ? knownParties(data) : []).concat(
    partyKinds.map((kind) => ({
      value: `${written}${kind}`,
      label: `Another ${partyNames[kind].toLowerCase()}…`,
    })),
  )
  const people = (data?.people ?? []).map((one) => ({ value: one.id, label: one.name }))
  const save = ({ by, party, item: which, sinceOn, ...said }: z.output<typeof Draft>) => {
    const terms = { ...said, ...partyIn(by, party ?? '') }
    return of
      ? change.attempt({ id: of.id, version: of.version, ...terms })
      : add.attempt({ item: which, sinceOn: sinceOn ?? null, ...terms })
  }
  return (
    <FormDialog
      title={of ? `What blocks W-${of.item.number}` : 'An item is blocked'}
      description="By something that has a name, and with somebody who sees to it."
      onClose={onClose}
      id={of ? `blocker-${of.id}-${of.version}` : `blocker-new-${item}`}
      schema={Draft}
      initial={of ? initialOf(of) : { item, ownerId: me, cause: 'approval' }}
      fields={fieldsOf({ isNew: !of, parties, people })}
      saveLabel={of ? 'Save' : 'Block it'}
      onSave={save}
    />
  )
}

type Choice = { value: string; label: string }
function knownParties(data: { teams: Named[]; agencies: Named[] }): Choice[] {
  const named = (kind: PartyKind) => (one: Named) => ({
    ...{ value: `${kind}:${one.id}`, label: `${one.name} (${partyNames[kind].toLowerCase()})` },
  })
  return [...data.teams.map(named('team')), ...data.agencies.map(named('agency'))]
}
type Named = { id: string; name: string }

function partyIn(by: string, party: string) {
  if (by.startsWith(written))
    return { partyKind: by.slice(written.length) as PartyKind, partyId: null, party: party.trim() }
  const [kind = '', id = ''] = by.split(':')
  return { partyKind: kind as PartyKind, partyId: id, party: '' }
}

const initialOf = (of: Blocker) => ({
  ...{ item: `W-${of.item.number}`, reason: of.reason, cause: of.cause, ownerId: of.owner.id },
  ...{ expectedOn: of.expectedOn ?? '', workaround: of.workaround, party: of.partyId ? '' : of.party },
  by: of.partyId ? `${of.partyKind}:${of.partyId}` : `${written}${of.partyKind}`,
})

type Choices = { isNew: boolean; parties: Choice[]; people: Choice[] }
const fieldsOf = ({ isNew, parties, people }: Choices): FormField<keyof z.output<typeof Draft>>[] => [
  ...(isNew
    ? [
        {
          name: 'item',
          label: 'Item',
          kind: 'custom',
          render: ({ value, onChange }: CustomControl) => (
            <ItemPicker value={String(value ?? '')} onChange={onChange} />
          ),
        } as const,
      ]
    : []),
  { name: 'reason', label: 'What is missing', placeholder: 'The signed release of the photographs' },
  {
    ...{ name: 'cause', label: 'Cause', kind: 'select' },
    options: causes.map((value) => ({ value, label: causeNames[value] })),
  },
  { name: 'by', label: 'By whom', kind: 'combobox', options: parties },
  {
    ...{ name: 'party', label: 'Their name', isOptional: true },
    hint: 'Of whom is not kept here: a vendor, a department, a client.',
  },
  { name: 'ownerId', label: 'Sees to it', kind: 'combobox', options: people },
  { name: 'expectedOn', label: 'Expected to end', kind: 'date', isOptional: true },
  ...(isNew
    ? [
        {
          name: 'sinceOn',
          label: 'Blocked since',
          kind: 'date',
          isOptional: true,
          hint: 'Now, unless said.',
        } as const,
      ]
    : []),
  { name: 'workaround', label: 'Way around', kind: 'textarea', isOptional: true },
]
