const isMac = () => typeof navigator !== 'undefined' && /Mac|iP(hone|ad)/.test(navigator.platform)

type KeyPress = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>

/** The name of a press: `mod+k`, `shift+x`, `?`, `j`. Ctrl and ⌘ are both `mod`. */
export function pressed(event: KeyPress): string {
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key
  const isLetter = /^[a-z]$/.test(key)
  return [
    event.ctrlKey || event.metaKey ? 'mod' : '',
    event.altKey ? 'alt' : '',
    event.shiftKey && (isLetter || key.length > 1) ? 'shift' : '',
    key,
  ]
    .filter(Boolean)
    .join('+')
}

const signs: Record<string, string> = {
  ...{ ArrowUp: '↑', ArrowDown: '↓', ArrowLeft: '←', ArrowRight: '→' },
  ...{ Enter: '↵', Escape: 'Esc', shift: '⇧' },
}

/** How a press is written on a key cap. */
export function printed(press: string): string {
  return press
    .split('+')
    .map((part) => {
      if (part === 'mod') return isMac() ? '⌘' : 'Ctrl'
      return signs[part] ?? (part.length === 1 ? part.toUpperCase() : part)
    })
    .join(isMac() ? '' : ' ')
}

const writesInto =
  'input:not([type=checkbox]):not([type=radio]):not([type=button]),textarea,select,[contenteditable=true]'

/** Single letters belong to the field while somebody types, and to the dialog while one is open. */
export function isTyping(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest(writesInto) !== null
}
