import { Menu as Base } from '@base-ui/react/menu'
import { Check } from 'lucide-react'
import type { ReactElement, ReactNode } from 'react'
import { cx } from '../classes.ts'
import { Kbd } from './Kbd.tsx'

export type MenuItem =
  | {
      label: string
      icon?: ReactNode
      keys?: string
      onSelect: () => void
      isDisabled?: boolean
      isDangerous?: boolean
    }
  | { label: string; isOn: boolean; onToggle: (isOn: boolean) => void }
  | { heading: string }
  | {
      choices: { value: string; label: string }[]
      value: string
      onChoose: (value: string) => void
      label: string
    }
  | 'line'

export type MenuProps = {
  items: MenuItem[]
  align?: 'start' | 'end'
  side?: 'top' | 'bottom' | 'right'
  children: ReactElement
}

export function Menu({ items, align = 'start', side = 'bottom', children }: MenuProps) {
  return (
    <Base.Root>
      <Base.Trigger render={children} />
      <Base.Portal>
        <Base.Positioner align={align} side={side} sideOffset={4} className="z-60">
          <Base.Popup className="popup max-h-(--available-height) min-w-48 overflow-y-auto py-1">
            {items.map((item, index) => (
              <Item
                key={
                  typeof item === 'string' ? `line-${index}` : 'heading' in item ? item.heading : item.label
                }
                item={item}
              />
            ))}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  )
}

const tick = <Check size={14} />

function Item({ item }: { item: MenuItem }) {
  if (item === 'line') return <Base.Separator className="my-1 h-px bg-line" />
  if ('heading' in item) return <div className="px-3 py-1 text-sm text-ink-3">{item.heading}</div>
  if ('choices' in item) {
    return (
      <Base.Group>
        <Base.GroupLabel className="px-3 pt-2 pb-0.5 text-sm text-ink-3">{item.label}</Base.GroupLabel>
        <Base.RadioGroup value={item.value} onValueChange={item.onChoose}>
          {item.choices.map((choice) => (
            <Base.RadioItem key={choice.value} value={choice.value} closeOnClick={false} className="option">
              <span className="flex-1">{choice.label}</span>
              <Base.RadioItemIndicator>{tick}</Base.RadioItemIndicator>
            </Base.RadioItem>
          ))}
        </Base.RadioGroup>
      </Base.Group>
    )
  }
  if ('isOn' in item) {
    return (
      <Base.CheckboxItem
        checked={item.isOn}
        onCheckedChange={item.onToggle}
        closeOnClick={false}
        className="option"
      >
        <span className="flex-1">{item.label}</span>
        <Base.CheckboxItemIndicator>{tick}</Base.CheckboxItemIndicator>
      </Base.CheckboxItem>
    )
  }
  return (
    <Base.Item
      disabled={item.isDisabled}
      onClick={item.onSelect}
      className={cx('option', item.isDangerous && 'text-bad')}
    >
      {item.icon && <span className="text-ink-3">{item.icon}</span>}
      <span className="flex-1">{item.label}</span>
      {item.keys && <Kbd keys={item.keys} />}
    </Base.Item>
  )
}
