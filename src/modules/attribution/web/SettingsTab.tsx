import type { Out } from '../../../kernel/contract.ts'
import { Form } from '../../../ui/form/Form.tsx'
import { Meanwhile } from '../../../ui/form/Meanwhile.tsx'
import { useOpened } from '../../../ui/form/useOpened.ts'
import { FaceOf } from '../../../ui/kit/Page.tsx'
import { Versions } from '../../../ui/list/Versions.tsx'
import { Card } from '../../../ui/parts/Card.tsx'
import { toast } from '../../../ui/parts/Toast.tsx'
import { useCommand, useQuery } from '../../../ui/query.ts'
import { attribution } from '../contract.ts'
import { fromDraft, inWords, SettingsDraft, settingsFields, toDraft } from './settings-form.ts'

type Kept = Out<typeof attribution.settings>['current']

export function SettingsTab() {
  const asked = useQuery(attribution.settings, {})
  const { data } = asked
  return (
    <FaceOf isLoading={asked.isPending} error={asked.error} onRetry={asked.refetch}>
      {() =>
        data && (
          <div className="grid grid-cols-[minmax(0,560px)_minmax(0,1fr)] items-start gap-(--gap) max-[960px]:grid-cols-1">
            <Card title="How sales are attributed" hint="After a change all credits are built again.">
              <Editor current={data.current} />
            </Card>
            <Card title="Versions">
              <Versions versions={data.versions} inWords={(one) => inWords(one.settings)} />
            </Card>
          </div>
        )
      }
    </FaceOf>
  )
}

function Editor({ current }: { current: Kept }) {
  const { opened, open, newer } = useOpened(current)
  const change = useCommand(attribution.changeSettings, {
    isQuiet: true,
    alsoRefresh: ['metrics', 'pipeline'],
  })
  return (
    <div className="flex flex-col gap-4">
      {newer && (
        <Meanwhile by={newer.by} what="these settings" reason={newer.reason} onLoad={() => open(newer)} />
      )}
      <Form
        key={opened.version}
        id={`attribution-settings-${opened.version}`}
        schema={SettingsDraft}
        initial={toDraft(opened.settings)}
        fields={settingsFields}
        onSave={(draft) =>
          change.attempt({ settings: fromDraft(draft), reason: draft.reason, version: opened.version })
        }
        onSaved={(kept) => {
          open(kept)
          toast('Settings saved', { detail: 'Credits are being built again; that takes a moment.' })
        }}
      />
    </div>
  )
}
