import { Circle, CircleAlert, CircleCheck, Info, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { visible } from '../../methods/visible.ts'
import { cx } from '../classes.ts'
import { Tooltip } from './Tooltip.tsx'

export type Tone = 'neutral' | 'good' | 'bad' | 'warn' | 'info' | 'accent'

const tones: Record<Tone, string> = {
  neutral: 'bg-press text-ink-2',
  good: 'bg-good-soft text-good',
  bad: 'bg-bad-soft text-bad',
  warn: 'bg-warn-soft text-warn',
  info: 'bg-info-soft text-info',
  accent: 'bg-accent-soft text-accent-ink',
}
const marks = {
  neutral: Circle,
  good: CircleCheck,
  bad: CircleAlert,
  warn: TriangleAlert,
  info: Info,
  accent: null,
}

/** The mark says what the colour says, for those who do not see the colour. */
export function ToneMark({ tone, size = 14 }: { tone: Tone; size?: number }) {
  const Mark = marks[tone]
  return Mark && <Mark size={size} aria-hidden="true" className="shrink-0" />
}

export function Badge({
  tone = 'neutral',
  hasMark,
  children,
}: {
  tone?: Tone
  hasMark?: boolean
  children: ReactNode
}) {
  const isStatus = tone !== 'neutral' && tone !== 'accent'
  return (
    <span
      className={cx(
        'inline-flex h-5 items-center align-middle gap-1 rounded-sm px-1.5 text-sm font-medium whitespace-nowrap',
        tones[tone],
      )}
    >
      {(hasMark ?? isStatus) && <ToneMark tone={tone} size={12} />}
      {typeof children === 'string' ? <Label text={visible(children)} /> : children}
    </span>
  )
}

const mostShown = 40

/** A name of any length is cut, and whole on hover and focus and for those who listen. */
function Label({ text }: { text: string }) {
  if (text.length <= mostShown) return text
  return (
    <Tooltip text={text}>
      <span className="block max-w-56 truncate">{text}</span>
    </Tooltip>
  )
}

/** A sentence that stays on the page, with what to do about it. */
export function Notice({
  tone = 'info',
  action,
  children,
}: {
  tone?: Tone
  action?: ReactNode
  children: ReactNode
}) {
  return (
    <div
      role={tone === 'bad' ? 'alert' : 'status'}
      className={cx('flex items-start gap-2 rounded-md px-3', action ? 'py-1.5' : 'py-2', tones[tone])}
    >
      <span className={action ? 'mt-[7px]' : 'mt-[3px]'}>
        <ToneMark tone={tone} />
      </span>
      <div className={cx('flex-1', Boolean(action) && 'pt-1')}>{children}</div>
      {action}
    </div>
  )
}
