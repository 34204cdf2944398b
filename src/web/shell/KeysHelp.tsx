import { t } from '../../ui/messages/index.ts'
import type { Command, KeyGroup } from '../../ui/module.ts'
import { Dialog } from '../../ui/parts/Dialog.tsx'
import { Kbd } from '../../ui/parts/Kbd.tsx'
import type { AreaNav } from '../registry.ts'

type Row = { keys: string; does: string }

const everywhere = (): Row[] => [
  { keys: 'mod+k', does: t('keys.palette') },
  { keys: '/', does: t('keys.search') },
  { keys: 'c', does: t('keys.create') },
  { keys: '[', does: t('keys.nav') },
  { keys: '?', does: t('keys.help') },
  { keys: 'Escape', does: t('keys.close') },
]
const lists = (): Row[] => [
  { keys: 'j k', does: t('keys.move') },
  { keys: 'x', does: t('keys.select') },
  { keys: 'shift+x', does: t('keys.range') },
  { keys: 'mod+a', does: t('keys.all') },
  { keys: 'Enter', does: t('keys.open') },
  { keys: 'e', does: t('keys.edit') },
  { keys: '1 2 3', does: t('keys.deed') },
]

export default function KeysHelp({
  nav,
  commands,
  groups,
  onClose,
}: {
  nav: AreaNav[]
  commands: Command[]
  /** Of the pages of modules. */
  groups: KeyGroup[]
  onClose: () => void
}) {
  const going = nav.flatMap((area) =>
    area.items.flatMap((item) => (item.key ? [{ keys: `g ${item.key}`, does: item.title }] : [])),
  )
  const own = commands.flatMap((command) =>
    command.keys ? [{ keys: command.keys, does: command.title }] : [],
  )
  return (
    <Dialog isOpen onClose={onClose} title={t('shell.keys')} size="large">
      <div className="grid grid-cols-3 gap-8 narrow:grid-cols-1">
        <Group title={t('keys.everywhere')} rows={[...everywhere(), ...own]} />
        <Group title={t('keys.lists')} rows={lists()} />
        <Group title={t('keys.go')} rows={going} />
        {groups.map(({ title, rows }) => (
          <Group key={title} title={title} rows={rows} />
        ))}
      </div>
    </Dialog>
  )
}

function Group({ title, rows }: { title: string; rows: Row[] }) {
  if (rows.length === 0) return null
  return (
    <section>
      <h3 className="mb-1 text-sm font-medium text-ink-3">{title}</h3>
      <dl>
        {rows.map((row) => (
          <div key={row.keys} className="flex min-h-8 items-center justify-between gap-4">
            <dt>{row.does}</dt>
            <dd>
              <Kbd keys={row.keys} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
