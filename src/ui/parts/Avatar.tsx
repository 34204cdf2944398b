import { cx } from '../classes.ts'

const hues = ['bg-[#5154cf]', 'bg-[#0b7a62]', 'bg-[#a8470f]', 'bg-[#22699f]', 'bg-[#8f4488]', 'bg-[#6b5e14]']

export function initials(name: string): string {
  const words = name.trim().split(/\s+/).filter(Boolean)
  const letters = words.length > 1 ? [words[0], words.at(-1)] : [words[0]]
  return (
    letters
      .map((word) => [...(word ?? '')][0] ?? '')
      .join('')
      .toUpperCase() || '?'
  )
}

const hue = (name: string) =>
  hues[[...name].reduce((sum, c) => sum + (c.codePointAt(0) ?? 0), 0) % hues.length]

export function Avatar({ name, small }: { name: string; small?: boolean }) {
  return (
    <span
      aria-hidden="true"
      className={cx(
        'inline-flex shrink-0 items-center justify-center rounded-full font-semibold text-white select-none',
        small ? 'size-5 text-[9px]' : 'size-6 text-[10px]',
        hue(name),
      )}
    >
      {initials(name)}
    </span>
  )
}
