import { useKeys } from '../../../../ui/keys/useKeys.ts'

/** `j k` go from item to item over all sections of the page. */
export function useRowKeys(): void {
  const go = (by: 1 | -1) => {
    const all = [...document.querySelectorAll<HTMLElement>('[data-item]')]
    const at = all.indexOf(document.activeElement as HTMLElement)
    const next = all[at < 0 ? 0 : Math.max(0, Math.min(all.length - 1, at + by))]
    next?.focus()
    next?.scrollIntoView({ block: 'nearest' })
  }
  useKeys({ j: () => go(1), k: () => go(-1) })
}
