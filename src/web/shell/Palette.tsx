import { Dialog } from '@base-ui/react/dialog'
import { useNavigate } from '@tanstack/react-router'
import { Command as Cmdk, defaultFilter } from 'cmdk'
import { ArrowRight, FileText, Plus, Search, Zap } from 'lucide-react'
import { type KeyboardEvent, type ReactNode, useDeferredValue, useEffect, useRef, useState } from 'react'
import { t } from '../../ui/messages/index.ts'
import type { Command } from '../../ui/module.ts'
import { Kbd } from '../../ui/parts/Kbd.tsx'
import { Spinner } from '../../ui/parts/Spinner.tsx'
import { type Hit, usePorts } from '../../ui/port/Ports.tsx'
import type { AreaNav } from '../registry.ts'

type PaletteProps = { nav: AreaNav[]; commands: Command[]; onlyCreate: boolean; onClose: () => void }

const nothing = { hits: [] as Hit[], isLoading: false }

/** Finds every page, command and record. */
export function Palette({ nav, commands, onlyCreate, onClose }: PaletteProps) {
  const navigate = useNavigate()
  const [words, setWords] = useState('')
  const { useRecordSearch = () => nothing } = usePorts()
  const asked = useDeferredValue(words.trim())
  const { hits, isLoading } = useRecordSearch(onlyCreate ? '' : asked)
  const chosen = useFirst(hits, words)
  const run = (what: { path?: string; run?: () => void }) => {
    onClose()
    const [path, query] = what.path?.split('?') ?? []
    const search = Object.fromEntries(new URLSearchParams(query))
    if (path) void navigate({ to: path, search: search as never })
    what.run?.()
  }
  const creating = commands.filter((command) => command.isCreate)
  const others = onlyCreate ? [] : commands.filter((command) => !command.isCreate)

  return (
    <Dialog.Root open onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className="scrim z-40" />
        <Dialog.Popup
          aria-label={t('palette.title')}
          className="popup fixed inset-x-4 top-[14vh] z-50 mx-auto max-w-150 overflow-hidden shadow-3"
        >
          <Cmdk loop label={t('palette.title')} filter={likeness} {...chosen}>
            <div className="flex items-center gap-2 border-b border-line px-4">
              <span className="text-ink-3">
                {isLoading ? <Spinner /> : <Search size={16} aria-hidden="true" />}
              </span>
              <Cmdk.Input
                autoFocus
                value={words}
                onValueChange={setWords}
                placeholder={t('palette.placeholder')}
                className="h-12 flex-1 bg-transparent text-lg outline-none placeholder:text-ink-3"
              />
            </div>
            <Cmdk.List className="quiet-scroll max-h-[min(420px,56vh)] overflow-y-auto py-2 [&_[cmdk-group-heading]]:px-4 [&_[cmdk-group-heading]]:py-1 [&_[cmdk-group-heading]]:text-sm [&_[cmdk-group-heading]]:text-ink-3">
              <Cmdk.Empty className="px-4 py-8 text-center text-ink-2">
                {isLoading ? t('palette.searching') : t('palette.none', { words })}
              </Cmdk.Empty>
              {hits.length > 0 && (
                <Cmdk.Group heading={t('palette.records')}>
                  {hits.map((hit) => (
                    <Item
                      key={`${hit.kind} ${hit.id}`}
                      value={nameOf(hit)}
                      words={[words, hit.title]}
                      icon={<FileText size={16} />}
                      hint={hit.hint ? `${hit.kind} · ${hit.hint}` : hit.kind}
                      onSelect={() => run(hit)}
                    >
                      {hit.title}
                    </Item>
                  ))}
                </Cmdk.Group>
              )}
              {!onlyCreate && (
                <Cmdk.Group heading={t('palette.pages')}>
                  {nav.flatMap((area) =>
                    area.items.map((item) => (
                      <Item
                        key={item.path}
                        value={`page ${item.path}`}
                        words={[area.title, item.title]}
                        icon={<ArrowRight size={16} />}
                        hint={area.title === item.title ? '' : area.title}
                        keys={item.key && `g ${item.key}`}
                        onSelect={() => run(item)}
                      >
                        {item.title}
                      </Item>
                    )),
                  )}
                </Cmdk.Group>
              )}
              <Commands
                heading={t('palette.create')}
                icon={<Plus size={16} />}
                commands={creating}
                onRun={run}
              />
              <Commands
                heading={t('palette.commands')}
                icon={<Zap size={16} />}
                commands={others}
                onRun={run}
              />
            </Cmdk.List>
          </Cmdk>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}

/** Records were found by the server and stay in its order; pages and commands are told by their likeness. */
const likeness: typeof defaultFilter = (value, search, keywords) =>
  value.startsWith('record ') ? 1 : defaultFilter(value, search, keywords)

const nameOf = ({ kind, id }: Hit) => `record ${kind} ${id}`

/** Records come after pages: the first of them is chosen, unless the hand has chosen meanwhile. */
function useFirst(hits: Hit[], words: string) {
  const [value, setValue] = useState('')
  const movedAt = useRef('')
  const hasMoved = movedAt.current === words && words !== ''
  const first = hits[0] ? nameOf(hits[0]) : ''
  useEffect(() => {
    if (first && !hasMoved) setValue(first)
  }, [first, hasMoved])
  const move = () => {
    movedAt.current = words
  }
  const onKeyDown = ({ key }: KeyboardEvent) => key.startsWith('Arrow') && move()
  return { value, onValueChange: setValue, onPointerMove: move, onKeyDown }
}

type CommandsProps = {
  heading: string
  icon: ReactNode
  commands: Command[]
  onRun: (command: Command) => void
}

function Commands({ heading, icon, commands, onRun }: CommandsProps) {
  if (commands.length === 0) return null
  return (
    <Cmdk.Group heading={heading}>
      {commands.map((command) => (
        <Item
          key={command.title}
          value={`command ${command.title}`}
          words={[command.title, command.words ?? '']}
          icon={command.icon ? <command.icon size={16} /> : icon}
          keys={command.keys}
          onSelect={() => onRun(command)}
        >
          {command.title}
        </Item>
      ))}
    </Cmdk.Group>
  )
}

type ItemProps = {
  value: string
  words: string[]
  icon: ReactNode
  hint?: string
  keys?: string
  onSelect: () => void
  children: ReactNode
}

function Item({ value, words, icon, hint, keys, onSelect, children }: ItemProps) {
  return (
    <Cmdk.Item value={value} keywords={words} onSelect={onSelect} className="option mx-2! h-9 px-2!">
      <span className="text-ink-3">{icon}</span>
      <span className="min-w-0 flex-1 truncate">{children}</span>
      {hint && <span className="truncate text-sm text-ink-3">{hint}</span>}
      {keys && <Kbd keys={keys} />}
    </Cmdk.Item>
  )
}
