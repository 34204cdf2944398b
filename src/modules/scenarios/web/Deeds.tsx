import { useNavigate } from '@tanstack/react-router'
import { MoreHorizontal } from 'lucide-react'
import { useState } from 'react'
import { Button, IconButton } from '../../../ui/parts/Button.tsx'
import { Menu } from '../../../ui/parts/Menu.tsx'
import { toast } from '../../../ui/parts/Toast.tsx'
import { useCan } from '../../../ui/port/Ports.tsx'
import { useCommand } from '../../../ui/query.ts'
import { scenarios } from '../contract.ts'
import { AddLine, DropLine } from './AddLine.tsx'
import { Adopt } from './Adopt.tsx'
import { MakeScenario } from './MakeScenario.tsx'
import { Rename } from './Rename.tsx'
import { Move, Scale } from './ScaleAndMove.tsx'
import type { Shown } from './ScenarioPage.tsx'

type Open = 'scale' | 'move' | 'add' | 'drop' | 'say' | 'copy' | 'adopt' | null

/** What one can do with a scenario now. */
export function Deeds({ shown }: { shown: Shown }) {
  const { scenario } = shown
  const [open, setOpen] = useState<Open>(null)
  const refresh = useCommand(scenarios.refresh)
  const can = useCan()
  const item = (label: string, what: Exclude<Open, null>) => ({ label, onSelect: () => setOpen(what) })
  const upToDate = async () => {
    const done = await refresh.run({ id: scenario.id })
    if (done) toast(done.taken === 0 ? 'It is up to date already' : `${done.taken} lines taken over`)
  }
  const items = [
    ...(scenario.can.change
      ? [
          item('Add a line', 'add'),
          item('Drop a line, or take it back', 'drop'),
          { label: 'Bring up to date with the budget', onSelect: () => void upToDate() },
          item('Name and purpose', 'say'),
        ]
      : []),
    ...(can('budget:write') ? [item('Make another one from it', 'copy')] : []),
  ]
  return (
    <>
      {scenario.can.change && (
        <>
          <Button onClick={() => setOpen('scale')}>Scale</Button>
          <Button onClick={() => setOpen('move')}>Move</Button>
        </>
      )}
      {scenario.can.adopt && scenario.state === 'open' && (
        <Button look="primary" onClick={() => setOpen('adopt')}>
          Adopt
        </Button>
      )}
      {scenario.can.adopt && scenario.state === 'adopted' && <TakeBack id={scenario.id} />}
      {items.length > 0 && (
        <Menu align="end" items={items}>
          <IconButton label="More">
            <MoreHorizontal size={16} />
          </IconButton>
        </Menu>
      )}
      <Dialogs shown={shown} open={open} onClose={() => setOpen(null)} />
    </>
  )
}

function Dialogs({ shown, open, onClose }: { shown: Shown; open: Open; onClose: () => void }) {
  const navigate = useNavigate()
  const { scenario } = shown
  const { id, name, year } = scenario
  return (
    <>
      {open === 'scale' && <Scale shown={shown} onClose={onClose} />}
      {open === 'move' && <Move shown={shown} onClose={onClose} />}
      {open === 'add' && <AddLine shown={shown} onClose={onClose} />}
      {open === 'drop' && <DropLine shown={shown} onClose={onClose} />}
      {open === 'say' && <Rename scenario={scenario} onClose={onClose} />}
      {open === 'adopt' && <Adopt shown={shown} onClose={onClose} />}
      {open === 'copy' && (
        <MakeScenario
          from={{ id, name, yearId: year.id }}
          onClose={onClose}
          onMade={(made) => {
            onClose()
            void navigate({ to: `/scenarios/${made}` })
          }}
        />
      )}
    </>
  )
}

function TakeBack({ id }: { id: string }) {
  const back = useCommand(scenarios.takeBack, { alsoRefresh: ['budget'] })
  const run = async () => {
    if (await back.run({ id })) toast('Taken back', { detail: 'The budget is as it was before.' })
  }
  return (
    <Button isBusy={back.isRunning} onClick={() => void run()}>
      Take the adoption back
    </Button>
  )
}
