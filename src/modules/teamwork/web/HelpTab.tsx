import { useState } from 'react'
import { z } from 'zod'
import { FormDialog } from '../../../ui/form/FormDialog.tsx'
import { day } from '../../../ui/format/when.ts'
import { Badge } from '../../../ui/parts/Badge.tsx'
import { ReasonDialog } from '../../../ui/parts/ReasonDialog.tsx'
import { Segmented } from '../../../ui/parts/Segmented.tsx'
import { toast } from '../../../ui/parts/Toast.tsx'
import { useCan } from '../../../ui/port/Ports.tsx'
import { useCommand, useQuery } from '../../../ui/query.ts'
import { useUrl } from '../../../ui/useUrl.ts'
import { type Hand, type HandState, HandTerms, teamwork } from '../contract.ts'
import type { Entry } from './Entries.tsx'
import { wordList } from './people.ts'
import { TabFrame } from './TabFrame.tsx'

const shown = [
  { value: 'open', label: 'Open' },
  { value: 'mine', label: 'Mine' },
  { value: 'all', label: 'All' },
] as const
type Asking = { one: Hand; about: 'done' | 'thanks' } | null

/** Asks for a hand and offers of one, across teams. */
export function HelpTab() {
  const [only, setOnly] = useUrl('only', 'open')
  const known = shown.find((one) => one.value === only)?.value ?? 'open'
  const asked = useQuery(teamwork.hands, { only: known })
  const [isNew, setNew] = useState(false)
  const [asking, ask] = useState<Asking>(null)
  const deeds = useDeeds(ask)
  const mayWrite = useCan()('teamwork:write')
  return (
    <>
      <TabFrame
        asked={asked}
        label="Hands"
        hint="Asked for and offered across teams. Whoever fits is told once, and nobody twice."
        entries={(asked.data?.items ?? []).map((one) => entryOf(one, deeds, ask))}
        empty="Nobody asks for a hand or offers one. Press c: say what with, how many hours, and until when."
        create={{ label: 'Ask or offer', run: () => setNew(true), isOn: mayWrite }}
        filters={<Segmented label="Which" value={known} options={shown} onChange={setOnly} />}
      />
      {isNew && <HandForm onClose={() => setNew(false)} />}
      {asking?.about === 'done' && <HoursForm one={asking.one} onClose={() => ask(null)} />}
      {asking?.about === 'thanks' && (
        <ReasonDialog
          title="Say thanks"
          description="It shows on their page and on their team’s."
          label="For what"
          verb="Thank"
          most={300}
          isBusy={deeds.isBusy}
          onSave={(thanks) => void deeds.thank(asking.one, thanks)}
          onClose={() => ask(null)}
        />
      )}
    </>
  )
}

function useDeeds(ask: (asking: Asking) => void) {
  const move = useCommand(teamwork.moveHand)
  const thanks = useCommand(teamwork.thank)
  const to = async (one: Hand, state: HandState) => {
    const done = await move.run({ id: one.id, version: one.version, state })
    if (!done || state === 'open') return
    const back = { id: done.id, version: done.version, state: 'open' as const }
    toast(state === 'taken' ? 'You took it up' : 'Withdrawn', { undo: () => void move.run(back) })
  }
  const thank = async (one: Hand, words: string) => {
    if (await thanks.run({ id: one.id, version: one.version, thanks: words })) ask(null)
  }
  return { to, thank, isBusy: thanks.isRunning }
}
type Deeds = ReturnType<typeof useDeeds>

const entryOf = (one: Hand, { to }: Deeds, ask: (asking: Asking) => void): Entry => ({
  ...{ id: one.id, title: one.what },
  badges: (
    <>
      <Badge tone={one.kind === 'ask' ? 'warn' : 'info'}>
        {one.kind === 'ask' ? 'Asked for' : 'Offered'}
      </Badge>
      {one.state !== 'open' && <Badge tone={one.state === 'done' ? 'good' : 'neutral'}>{one.state}</Badge>}
      {one.isPast && <Badge tone="bad">Past its day</Badge>}
    </>
  ),
  meta: metaOf(one),
  body: bodyOf(one),
  deeds: [
    { label: 'Take it up', look: 'secondary', isOn: one.can.take, run: () => void to(one, 'taken') },
    { label: 'It is done', look: 'secondary', isOn: one.can.finish, run: () => ask({ one, about: 'done' }) },
    { label: 'Thank', look: 'primary', isOn: one.can.thank, run: () => ask({ one, about: 'thanks' }) },
    { label: 'Give back', isOn: one.can.giveBack, run: () => void to(one, 'open') },
    { label: 'Withdraw', isOn: one.can.withdraw, run: () => void to(one, 'withdrawn') },
    {
      label: 'Open again',
      isOn: one.can.reopen,
      run: () => void to(one, one.state === 'done' ? 'taken' : 'open'),
    },
  ],
})

const metaOf = (one: Hand): string =>
  [
    one.by.name,
    ...(one.taken ? [`taken up by ${one.taken.name}`] : []),
    one.spentHours === null ? `about ${one.hours} h` : `${one.spentHours} h of about ${one.hours} h`,
    `until ${day(one.untilOn)}`,
    ...one.skills,
  ].join(' · ')

const bodyOf = (one: Hand): string =>
  [
    ...one.fits.map((fit) => `Fits ${fit.by}: ${fit.name} (${fit.shared.join(', ')})`),
    ...(one.thanks ? [`“${one.thanks}”`] : []),
  ].join('\n')

const Draft = HandTerms.omit({ skills: true }).extend({ skills: z.string().max(400).optional() })

function HandForm({ onClose }: { onClose: () => void }) {
  const add = useCommand(teamwork.addHand, { isQuiet: true })
  return (
    <FormDialog
      title="Ask for a hand, or offer one"
      onClose={onClose}
      id="hand-new"
      schema={Draft}
      initial={{ kind: 'ask' }}
      fields={[
        {
          ...{ name: 'kind', label: 'I', kind: 'select' },
          options: [
            { value: 'ask', label: 'ask for a hand' },
            { value: 'offer', label: 'offer a hand' },
          ],
        },
        {
          name: 'what',
          label: 'With what',
          autoFocus: true,
          placeholder: 'Proof-reading the autumn brochure',
        },
        {
          ...{ name: 'skills', label: 'Skills', isOptional: true, hint: 'Words with commas between.' },
          placeholder: 'copy, German',
        },
        { name: 'hours', label: 'Hours, about', kind: 'number' },
        { name: 'untilOn', label: 'Until', kind: 'date' },
      ]}
      saveLabel="Put it up"
      onSave={({ skills, ...said }) => add.attempt({ ...said, skills: wordList(skills) })}
    />
  )
}

const Spent = z.object({ spentHours: z.number().min(0, 'is nothing at least').max(1000, 'are 1000 at most') })

function HoursForm({ one, onClose }: { one: Hand; onClose: () => void }) {
  const move = useCommand(teamwork.moveHand, { isQuiet: true })
  return (
    <FormDialog
      title="It is done"
      description="The hours it cost help to plan the next one."
      onClose={onClose}
      id={`hours-${one.id}-${one.version}`}
      schema={Spent}
      fields={[{ name: 'spentHours', label: 'Hours it cost', kind: 'number', autoFocus: true }]}
      saveLabel="Done"
      onSave={(said) => move.attempt({ id: one.id, version: one.version, state: 'done', ...said })}
    />
  )
}
