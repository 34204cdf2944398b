import { Toast as Base } from '@base-ui/react/toast'
import { X } from 'lucide-react'
import { t } from '../messages/index.ts'
import { type Tone, ToneMark } from './Badge.tsx'
import { buttonClass, IconButton } from './Button.tsx'

const manager = Base.createToastManager()

export type ToastOptions = {
  detail?: string
  tone?: 'good' | 'bad' | 'info' | 'warn'
  undo?: () => void
  action?: { label: string; run: () => void }
}

const badNews = new Set<string>()

export const closeToast = (id: string): void => manager.close(id)

/** Bad news is about the page it came up on. */
export function leaveBadNews(): void {
  for (const id of badNews) manager.close(id)
  badNews.clear()
}

/**
 * Says what was done: `toast('Import undone', { undo })`. Bad news stays until it is dismissed or the page is left, and
 * stands there once however often it comes.
 */
export function toast(words: string, { detail, tone = 'good', undo, action }: ToastOptions = {}): string {
  const offer = undo ? { label: t('toast.undo'), run: undo } : action
  const id = manager.add({
    ...(tone === 'bad' ? { id: `bad ${words} ${detail ?? ''}` } : {}),
    title: words,
    description: detail,
    type: tone,
    priority: tone === 'bad' ? 'high' : 'low',
    timeout: tone === 'bad' ? 0 : offer ? 10_000 : 4000,
    ...(offer && {
      actionProps: {
        children: offer.label,
        onClick: () => {
          manager.close(id)
          offer.run()
        },
      },
    }),
  })
  if (tone === 'bad') badNews.add(id)
  return id
}

export function Toaster() {
  return (
    <Base.Provider toastManager={manager} limit={4}>
      <Base.Portal>
        <Base.Viewport
          aria-label={t('toast.region')}
          className="fixed right-4 bottom-4 z-70 flex w-90 max-w-[calc(100vw-32px)] flex-col gap-2"
        >
          <List />
        </Base.Viewport>
      </Base.Portal>
    </Base.Provider>
  )
}

function List() {
  const { toasts } = Base.useToastManager()
  return toasts.map((item) => (
    <Base.Root
      key={item.id}
      toast={item}
      data-toast=""
      swipeDirection="right"
      className="popup shadow-3 data-limited:hidden"
    >
      <Base.Content className="flex items-start gap-2 py-2.5 pr-2 pl-3">
        <span className={`mt-[3px] text-${item.type}`}>
          <ToneMark tone={item.type as Tone} />
        </span>
        <div className="min-w-0 flex-1">
          <Base.Title className="font-medium" />
          <Base.Description className="text-ink-2" />
        </div>
        <Base.Action className={buttonClass('secondary', true)} />
        <Base.Close render={<IconButton label={t('toast.dismiss')} small />}>
          <X size={14} />
        </Base.Close>
      </Base.Content>
    </Base.Root>
  ))
}
