import { z } from 'zod'
import { Form } from '../../../ui/form/Form.tsx'
import { Page } from '../../../ui/kit/Page.tsx'
import { toast } from '../../../ui/parts/Toast.tsx'
import { useCommand, useQuery } from '../../../ui/query.ts'
import { identity, Settings } from '../contract.ts'
import { settingsFields } from './settings-fields.ts'

const Change = Settings.extend({ fiscalStartMonth: z.coerce.number(), weekStart: z.coerce.number() })

export default function OrganisationPage() {
  const settings = useQuery(identity.settings, {})
  const change = useCommand(identity.changeSettings, { isQuiet: true })
  const { data } = settings
  return (
    <Page
      title="Organisation"
      description="Currency, days, weeks and fiscal periods of every figure follow these."
      isNarrow
      isLoading={settings.isPending}
      error={settings.error}
      onRetry={settings.refetch}
    >
      {() =>
        data && (
          <Form
            id="organisation"
            schema={Change}
            initial={{
              ...data,
              fiscalStartMonth: String(data.fiscalStartMonth),
              weekStart: String(data.weekStart),
            }}
            fields={settingsFields()}
            onSave={(value) => change.attempt(value)}
            onSaved={() => toast('The settings are saved.')}
          />
        )
      }
    </Page>
  )
}
