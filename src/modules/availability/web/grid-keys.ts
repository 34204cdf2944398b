import type { KeyboardEvent } from 'react'

const all = (table: HTMLTableElement): HTMLButtonElement[] => [
  ...table.querySelectorAll<HTMLButtonElement>('td button'),
]
const columnOf = (button: HTMLElement): number => button.closest('td')?.cellIndex ?? -1

/** Arrows move between the cells of a grid, Home and End to the ends of a row. */
export function moveFocus(event: KeyboardEvent, table: HTMLTableElement | null): void {
  const here = event.target
  if (!(here instanceof HTMLButtonElement) || !table) return
  const across = all(table).filter((one) => one.closest('tr') === here.closest('tr'))
  const down = all(table).filter((one) => columnOf(one) === columnOf(here))
  const beside: Record<string, HTMLButtonElement | undefined> = {
    ArrowDown: down[down.indexOf(here) + 1],
    ArrowUp: down[down.indexOf(here) - 1],
    ArrowRight: across[across.indexOf(here) + 1],
    ArrowLeft: across[across.indexOf(here) - 1],
    Home: across[0],
    End: across.at(-1),
  }
  const to = beside[event.key]
  if (!to) return
  event.preventDefault()
  to.focus()
}
