import { printed } from '../keys/press.ts'
import { t } from '../messages/index.ts'

/** `mod+k` is one press; `g h` is two, one after the other. */
export function Kbd({ keys }: { keys: string }) {
  return (
    <span className="inline-flex items-center gap-1">
      {keys.split(' ').map((press, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the same key may be pressed twice
        <span key={index} className="contents">
          {index > 0 && <span className="sr-only">{t('keys.then')}</span>}
          <kbd className="inline-flex h-5 min-w-5 items-center justify-center rounded-sm border border-line-strong bg-sunken px-1 font-sans text-xs text-ink-2">
            {printed(press)}
          </kbd>
        </span>
      ))}
    </span>
  )
}
