import { Tabs as Base } from '@base-ui/react/tabs'
import type { ReactNode } from 'react'

export type Tab<V extends string = string> = { value: V; label: string; count?: number }
export type TabsProps<V extends string> = {
  tabs: readonly Tab<V>[]
  value: V
  onChange: (value: V) => void
  label?: string
  /** What the open tab shows. */
  children?: ReactNode
}

export function Tabs<V extends string>({ tabs, value, onChange, label, children }: TabsProps<V>) {
  return (
    <Base.Root value={value} onValueChange={(next) => onChange(next as V)} className="contents">
      <Base.List aria-label={label} className="relative flex gap-4 overflow-x-auto border-b border-line">
        {tabs.map((tab) => (
          <Base.Tab
            key={tab.value}
            value={tab.value}
            className="-mb-px flex h-9 items-center gap-1.5 border-b-2 border-transparent font-medium whitespace-nowrap text-ink-3 hover:text-ink data-active:border-accent data-active:text-ink"
          >
            {tab.label}
            {tab.count !== undefined && <span className="tabular text-sm text-ink-3">{tab.count}</span>}
          </Base.Tab>
        ))}
      </Base.List>
      {children !== undefined && (
        <Base.Panel value={value} className="outline-none">
          {children}
        </Base.Panel>
      )}
    </Base.Root>
  )
}
