import { ArrowDown, ArrowUp, Plus } from 'lucide-react'
import { Page } from '../../../ui/kit/Page.tsx'
import { Badge } from '../../../ui/parts/Badge.tsx'
import { Button, IconButton } from '../../../ui/parts/Button.tsx'
import { Card } from '../../../ui/parts/Card.tsx'
import { toast } from '../../../ui/parts/Toast.tsx'
import { useCommand } from '../../../ui/query.ts'
import { useUrl } from '../../../ui/useUrl.ts'
import { type Field, fields } from '../contract.ts'
import { demandTitles, typeTitles } from '../rules.ts'
import { EditField } from './EditField.tsx'
import { useFields } from './useFields.tsx'

/** The fields of every kind of record, in the order in which forms and pages show them. */
export default function FieldsPage() {
  const { asked, kinds, items } = useFields()
  const [shown, show] = useUrl('show')
  const open = items.find((one) => one.id === shown)
  return (
    <Page
      title="Fields"
      description="What this organisation wants to know of its programmes, campaigns and tactics besides what is built in."
      actions={
        <Button look="primary" icon={<Plus size={14} />} onClick={() => show('new')}>
          Define a field
        </Button>
      }
      isLoading={asked.isPending}
      error={asked.error}
      onRetry={() => void asked.refetch()}
    >
      {() => (
        <>
          {kinds.map(({ kind, title }) => (
            <Kind
              key={kind}
              title={title}
              items={items.filter((one) => one.kind === kind)}
              onEdit={(id) => show(id)}
              onDefine={() => show(`new-${kind}`)}
            />
          ))}
          {(open || shown.startsWith('new')) && (
            <EditField
              key={shown}
              field={open ?? null}
              kind={shown.replace(/^new-?/, '') || (kinds[0]?.kind ?? '')}
              kinds={kinds}
              onClose={() => show('')}
            />
          )}
        </>
      )}
    </Page>
  )
}

type KindProps = { title: string; items: Field[]; onEdit: (id: string) => void; onDefine: () => void }

function Kind({ title, items, onEdit, onDefine }: KindProps) {
  const order = useCommand(fields.order)
  const inUse = items.filter((one) => !one.isRetired)
  const retired = items.filter((one) => one.isRetired)
  const move = (at: number, by: number) => {
    const ids = inUse.map((one) => one.id)
    const [moved] = ids.splice(at, 1)
    ids.splice(at + by, 0, moved!)
    void order.run({ kind: inUse[0]!.kind, ids })
  }
  return (
    <Card
      title={title}
      actions={
        <Button small onClick={onDefine} aria-label={`Add a field of ${title.toLowerCase()}`}>
          Add
        </Button>
      }
    >
      {items.length === 0 && <p className="text-ink-3">Nothing besides what is built in.</p>}
      <ul className="flex flex-col divide-y divide-line">
        {inUse.map((one, at) => (
          <Line key={one.id} field={one} onEdit={() => onEdit(one.id)}>
            <IconButton small label={`Move ${one.label} up`} disabled={at === 0} onClick={() => move(at, -1)}>
              <ArrowUp size={14} />
            </IconButton>
            <IconButton
              small
              label={`Move ${one.label} down`}
              disabled={at === inUse.length - 1}
              onClick={() => move(at, 1)}
            >
              <ArrowDown size={14} />
            </IconButton>
          </Line>
        ))}
        {retired.map((one) => (
          <Line key={one.id} field={one} />
        ))}
      </ul>
    </Card>
  )
}

type LineProps = { field: Field; onEdit?: () => void; children?: React.ReactNode }

function Line({ field, onEdit, children }: LineProps) {
  const retire = useCommand(fields.retire, { alsoRefresh: ['campaigns'] })
  const restore = useCommand(fields.restore, { alsoRefresh: ['campaigns'] })
  const { id } = field
  const away = async () => {
    if (await retire.run({ id }))
      toast(`“${field.label}” is retired`, {
        detail: 'What was said stays.',
        undo: () => void restore.run({ id }),
      })
  }
  return (
    <li className="flex flex-wrap items-center gap-x-2 gap-y-1 py-2">
      <div className="min-w-0 flex-1 narrow:min-w-full">
        <p className="flex flex-wrap items-center gap-2">
          <span className={field.isRetired ? 'text-ink-3' : 'font-medium'}>{field.label}</span>
          <Badge>{typeTitles[field.type]}</Badge>
          {field.isRetired && <Badge tone="warn">Retired</Badge>}
        </p>
        <p className="text-sm text-ink-3">{[saysOf(field), field.help].filter(Boolean).join(' · ')}</p>
      </div>
      {children}
      {onEdit && (
        <Button small onClick={onEdit} aria-label={`Change ${field.label}`}>
          Change
        </Button>
      )}
      {field.isRetired ? (
        <Button small onClick={() => void restore.run({ id })} aria-label={`Bring ${field.label} back`}>
          Bring back
        </Button>
      ) : (
        <Button small look="quiet" onClick={() => void away()} aria-label={`Retire ${field.label}`}>
          Retire
        </Button>
      )}
    </li>
  )
}

const saysOf = ({ requiredFrom, options }: Field): string =>
  [
    requiredFrom === 'never' ? '' : `Required: ${demandTitles[requiredFrom].toLowerCase()}`,
    options
      .filter((one) => !one.isRetired)
      .map((one) => one.label)
      .join(', '),
  ]
    .filter(Boolean)
    .join(' · ')
