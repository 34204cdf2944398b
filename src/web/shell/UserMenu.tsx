import { Keyboard, LogOut, Settings2 } from 'lucide-react'
import { useRemembered } from '../../ui/look/theme.ts'
import { t } from '../../ui/messages/index.ts'
import { Avatar } from '../../ui/parts/Avatar.tsx'
import { buttonClass } from '../../ui/parts/Button.tsx'
import { Menu, type MenuItem } from '../../ui/parts/Menu.tsx'
import { useSession } from '../../ui/port/Ports.tsx'

export function UserMenu({ onKeys }: { onKeys: () => void }) {
  const session = useSession()
  const [theme, setTheme] = useRemembered('theme', 'system')
  const [density, setDensity] = useRemembered('density', 'comfortable')
  const name = session?.person.name
  const items: MenuItem[] = [
    {
      heading: session
        ? `${session.person.name} · ${session.person.role ?? session.person.email}`
        : t('shell.signedOut'),
    },
    'line',
    {
      label: t('shell.theme'),
      value: theme,
      onChoose: setTheme,
      choices: (['light', 'dark', 'system'] as const).map((value) => ({
        value,
        label: t(`shell.theme.${value}`),
      })),
    },
    {
      label: t('shell.density'),
      value: density,
      onChoose: setDensity,
      choices: (['comfortable', 'compact'] as const).map((value) => ({
        value,
        label: t(`shell.density.${value}`),
      })),
    },
    'line',
    { label: t('shell.keys'), keys: '?', icon: <Keyboard size={14} />, onSelect: onKeys },
  ]
  if (session) {
    items.push({
      label: t('shell.signOut'),
      icon: <LogOut size={14} />,
      onSelect: () => void session.signOut(),
    })
  }
  return (
    <Menu items={items} align="end">
      <button type="button" className={buttonClass('quiet', false, true)}>
        <span className="sr-only">{t('shell.you', { name: name ?? t('shell.signedOut') })}</span>
        {name ? <Avatar name={name} /> : <Settings2 size={16} />}
      </button>
    </Menu>
  )
}
