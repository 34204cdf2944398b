import { useState } from 'react'
import { z } from 'zod'
import { FormDialog } from '../../../ui/form/FormDialog.tsx'
import { day } from '../../../ui/format/when.ts'
import { Badge } from '../../../ui/parts/Badge.tsx'
import { toast } from '../../../ui/parts/Toast.tsx'
import { useCan } from '../../../ui/port/Ports.tsx'
import { useCommand, useQuery } from '../../../ui/query.ts'
import { teamwork, type Win, words } from '../contract.ts'
import type { Entry } from './Entries.tsx'
import { Incentives } from './Incentives.tsx'
import { usePeople } from './people.ts'
import { TabFrame } from './TabFrame.tsx'

/** What went well, and thanks to whom; then what is done so that it goes well again. */
export function WinsTab() {
  const asked = useQuery(teamwork.wins, {})
  const [isNew, setNew] = useState(false)
  const remove = useRemoveWin()
  const mayWrite = useCan()('teamwork:write')
  return (
    <>
      <TabFrame
        asked={asked}
        label="Wins"
        hint="Recognised by colleagues; they show on the page of the person and of the team."
        entries={(asked.data?.items ?? []).map((one) => winEntry(one, remove))}
        empty="No win was recognised yet. Press c, say whose it is and what went well."
        create={{ label: 'Recognise a win', run: () => setNew(true), isOn: mayWrite }}
      />
      <Incentives />
      {isNew && <WinForm onClose={() => setNew(false)} />}
    </>
  )
}

function useRemoveWin() {
  const remove = useCommand(teamwork.removeWin)
  const add = useCommand(teamwork.recognise)
  return async ({ id, to, team, what }: Win) => {
    if (!(await remove.run({ id }))) return
    const again = { toId: to?.id ?? null, teamId: team?.id ?? null, what }
    toast('Taken back', { undo: () => void add.run(again) })
  }
}

const winEntry = (one: Win, remove: (one: Win) => Promise<void>): Entry => ({
  ...{ id: one.id, title: one.what },
  badges: one.isOfHelp && <Badge tone="info">For a hand</Badge>,
  meta: `${[one.to?.name, one.team?.name].filter(Boolean).join(', ')} · recognised by ${one.by}, ${day(one.on)}`,
  deeds: [{ label: 'Take back', isOn: one.can.remove, run: () => void remove(one) }],
})

const Draft = z.object({ toId: z.string().optional(), teamId: z.string().optional(), what: words(300) })

function WinForm({ onClose }: { onClose: () => void }) {
  const add = useCommand(teamwork.recognise, { isQuiet: true })
  const teams = useQuery(teamwork.agreements, {}).data?.items ?? []
  const { options } = usePeople()
  return (
    <FormDialog
      title="Recognise a win"
      description="Of somebody, of a team, or of both."
      onClose={onClose}
      id="win-new"
      schema={Draft}
      fields={[
        { name: 'what', label: 'What went well', kind: 'textarea', autoFocus: true },
        { name: 'toId', label: 'Whose win', kind: 'combobox', isOptional: true, options },
        {
          ...{ name: 'teamId', label: 'Which team’s', kind: 'combobox', isOptional: true },
          options: teams.map(({ team }) => ({ value: team.id, label: team.name })),
        },
      ]}
      saveLabel="Recognise"
      onSave={({ what, toId, teamId }) => add.attempt({ what, toId: toId ?? null, teamId: teamId ?? null })}
    />
  )
}
