import { useNavigate } from '@tanstack/react-router'
import { type KeyMap, useKeys } from '../../ui/keys/useKeys.ts'
import type { Command } from '../../ui/module.ts'
import type { AreaNav } from '../registry.ts'

export type Opened = 'palette' | 'create' | 'keys' | 'nav' | null

type ShellKeys = {
  nav: AreaNav[]
  commands: Command[]
  opened: Opened
  setOpened: (opened: Opened) => void
  toggleNav: () => void
}

/** Keys that work everywhere; a page's own keys come first. */
export function useShellKeys({ nav, commands, opened, setOpened, toggleNav }: ShellKeys): void {
  const navigate = useNavigate()
  const run = (command: Command) => {
    if (command.path) void navigate({ to: command.path })
    command.run?.()
  }
  const create = () => {
    const known = commands.filter((command) => command.isCreate)
    if (known.length === 1 && known[0]) run(known[0])
    else if (known.length > 1) setOpened('create')
  }
  const going: KeyMap = {}
  for (const item of nav.flatMap((area) => area.items)) {
    if (item.key) going[`g ${item.key}`] = () => void navigate({ to: item.path })
  }
  for (const command of commands) if (command.keys) going[command.keys] = () => run(command)

  useKeys({
    ...going,
    '/': () => setOpened('palette'),
    c: create,
    '?': () => setOpened('keys'),
    '[': toggleNav,
  })
  useKeys({ 'mod+k': () => setOpened(opened === 'palette' ? null : 'palette') }, { inDialogs: true })
}
