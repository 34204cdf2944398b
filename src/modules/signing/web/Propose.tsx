import { z } from 'zod'
import { Form } from '../../../ui/form/Form.tsx'
import { FaceOf } from '../../../ui/kit/Page.tsx'
import { Dialog } from '../../../ui/parts/Dialog.tsx'
import { toast } from '../../../ui/parts/Toast.tsx'
import { todayIn } from '../../../ui/period/usePeriod.ts'
import { useOrganisation } from '../../../ui/port/Ports.tsx'
import { useCommand, useQuery } from '../../../ui/query.ts'
import { attribution, ModelId } from '../../attribution/contract.ts'
import { models } from '../../attribution/rules.ts'
import { type Agreement, CostBasis, signing } from '../contract.ts'
import { Days, lastQuarter } from './Days.tsx'

const Draft = z.object({
  days: z.string().regex(/^\d{4}-\d{2}-\d{2}\.\.\d{4}-\d{2}-\d{2}$/, 'needs a first and a last day'),
  model: ModelId,
  costs: CostBasis,
  note: z.string().trim().max(500).optional(),
})

const modelOptions = models.map(({ id, title, kind }) => ({ value: id, label: title, hint: kind }))
const costOptions = [
  { value: 'full', label: 'Fully loaded: everything marketing cost' },
  { value: 'media', label: 'Media only' },
]

type ProposeProps = { instead: Agreement | undefined; onClose: () => void }

/** A period, a model and the costs that count; `instead` is the signed one it would supersede. */
export function Propose({ instead, onClose }: ProposeProps) {
  const settings = useQuery(attribution.settings, {})
  const propose = useCommand(signing.propose, { isQuiet: true, alsoRefresh: ['identity'] })
  const { fiscal, timeZone } = useOrganisation()
  const current = settings.data?.current
  const days = instead
    ? `${instead.period.from}..${instead.period.to}`
    : lastQuarter(todayIn(timeZone), fiscal)
  const save = ({ days: said, note = '', ...terms }: z.output<typeof Draft>) => {
    const [from = '', to = ''] = said.split('..')
    return propose.attempt({ from, to, note, ...terms })
  }
  return (
    <Dialog
      isOpen={!settings.isPending}
      onClose={onClose}
      title={instead ? `Propose ${instead.period.label} anew` : 'Propose what is to be signed'}
      description={
        instead
          ? 'The signed one stays in force until both have signed this, and stays to be read after.'
          : 'Sales operations and Finance are told, and sign once each.'
      }
    >
      <FaceOf error={settings.error} onRetry={settings.refetch}>
        {() =>
          current && (
            <Form
              id={`propose-${instead?.id ?? 'new'}`}
              schema={Draft}
              initial={{
                days,
                model: instead?.model ?? current.settings.model,
                costs: instead?.costs ?? 'full',
              }}
              fields={[
                {
                  name: 'days',
                  label: 'Period',
                  kind: 'custom',
                  render: (control) => <Days {...control} />,
                },
                {
                  name: 'model',
                  label: 'Model',
                  kind: 'combobox',
                  options: modelOptions,
                  hint: `With the settings in force: version ${current.version}.`,
                },
                { name: 'costs', label: 'Cost basis', kind: 'select', options: costOptions },
                { name: 'note', label: 'Note', kind: 'textarea', isOptional: true },
              ]}
              saveLabel="Propose"
              onSave={save}
              onSaved={() => {
                toast('Proposed', { detail: 'Sales operations and Finance have it in their inbox.' })
                onClose()
              }}
              onCancel={onClose}
            />
          )
        }
      </FaceOf>
    </Dialog>
  )
}
