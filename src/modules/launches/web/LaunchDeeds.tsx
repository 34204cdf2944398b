import { CalendarClock } from 'lucide-react'
import { useState } from 'react'
import { useKeys } from '../../../ui/keys/useKeys.ts'
import { Button } from '../../../ui/parts/Button.tsx'
import { Menu } from '../../../ui/parts/Menu.tsx'
import { ReasonDialog } from '../../../ui/parts/ReasonDialog.tsx'
import { toast } from '../../../ui/parts/Toast.tsx'
import { useCan } from '../../../ui/port/Ports.tsx'
import { useCommand } from '../../../ui/query.ts'
import { type Launch, launches } from '../contract.ts'
import { type State, stateTitles } from '../rules.ts'
import { MoveLaunch } from './MoveLaunch.tsx'

const refresh = { alsoRefresh: ['identity', 'activity'] }

/** Sets a state and offers the way back. */
function useBecome(launch: Launch) {
  const set = useCommand(launches.setState, refresh)
  const become = async (state: State, reason?: string) => {
    const said = { id: launch.id, state, version: launch.version, ...(reason ? { reason } : {}) }
    const done = await set.run(said)
    if (!done) return undefined
    const back = { id: done.id, state: launch.state, version: done.version }
    const again = launch.calledOff ? { ...back, reason: launch.calledOff } : back
    toast(`${done.name}: ${stateTitles[done.state].toLowerCase()}`, { undo: () => void set.run(again) })
    return done
  }
  return { become, isRunning: set.isRunning }
}

/** What may be done with a launch as it stands. */
export function LaunchDeeds({ launch }: { launch: Launch }) {
  const mayManage = useCan()('campaigns:manage')
  const [open, setOpen] = useState<'move' | 'off' | null>(null)
  const { become, isRunning } = useBecome(launch)
  useKeys({ m: () => setOpen('move') }, { isOn: launch.can.change })
  if (!mayManage) return null
  const off = async (reason: string) => {
    if (await become('called-off', reason)) setOpen(null)
  }
  return (
    <>
      <Forward launch={launch} isBusy={isRunning} onBecome={(state) => void become(state)} />
      {launch.can.change && (
        <Button icon={<CalendarClock size={14} />} onClick={() => setOpen('move')}>
          Move
        </Button>
      )}
      {launch.can.change && (
        <Menu
          align="end"
          items={moreOf(
            launch,
            (state) => void become(state),
            () => setOpen('off'),
          )}
        >
          <Button look="quiet">More</Button>
        </Menu>
      )}
      {open === 'move' && <MoveLaunch launch={launch} onClose={() => setOpen(null)} />}
      {open === 'off' && (
        <ReasonDialog
          title={`Call the launch of ${launch.name} off`}
          description="Its campaigns stay as they are; it can be put back."
          label="Why"
          verb="Call it off"
          most={1000}
          isBusy={isRunning}
          onSave={(reason) => void off(reason)}
          onClose={() => setOpen(null)}
        />
      )}
    </>
  )
}

const moreOf = (launch: Launch, become: (state: State) => void, callOff: () => void) => [
  ...(launch.state === 'confirmed'
    ? [{ label: 'Not confirmed after all', onSelect: () => become('planned') }]
    : []),
  { label: 'Call it off', onSelect: callOff },
]

type ForwardProps = { launch: Launch; isBusy: boolean; onBecome: (state: State) => void }

function Forward({ launch, isBusy, onBecome }: ForwardProps) {
  const [label, state] = forward[launch.state]
  const isEarly = state === 'launched' && launch.inDays > 0
  if (isEarly) return null
  return (
    <Button
      look={launch.can.change ? 'primary' : 'secondary'}
      isBusy={isBusy}
      onClick={() => onBecome(state)}
    >
      {label}
    </Button>
  )
}

const forward: Record<State, [label: string, state: State]> = {
  planned: ['Confirm', 'confirmed'],
  confirmed: ['It launched', 'launched'],
  launched: ['Not launched after all', 'confirmed'],
  'called-off': ['Put it back', 'planned'],
}
