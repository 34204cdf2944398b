import { type ReactNode, useEffect, useRef, useState } from 'react'

/**
 * Scrolls sideways; reachable by keyboard only while there is something to scroll. It is positioned, or words for screen
 * readers inside it would widen the whole page.
 */
export function Scroller({ label, children }: { label: string; children: ReactNode }) {
  const box = useRef<HTMLElement>(null)
  const [isWider, setWider] = useState(false)
  useEffect(() => {
    const element = box.current
    if (!element) return
    const measure = () => setWider(element.scrollWidth > element.clientWidth + 1)
    const watch = new ResizeObserver(measure)
    watch.observe(element)
    if (element.firstElementChild) watch.observe(element.firstElementChild)
    return () => watch.disconnect()
  }, [])
  return (
    <section
      ref={box}
      aria-label={isWider ? label : undefined}
      tabIndex={isWider ? 0 : undefined}
      className="quiet-scroll relative overflow-x-auto"
    >
      {children}
    </section>
  )
}
