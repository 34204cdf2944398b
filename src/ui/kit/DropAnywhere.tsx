import { FileUp } from 'lucide-react'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { t } from '../messages/index.ts'

const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false

/** Drag files onto any page: a calm veil while they hover, then the callback. */
export function DropAnywhere({
  onFiles,
  label,
  children,
}: {
  onFiles: (files: File[]) => void
  label?: string
  children?: ReactNode
}) {
  const [isOver, setOver] = useState(false)
  const latest = useRef(onFiles)
  latest.current = onFiles

  useEffect(() => {
    let depth = 0
    const move = (by: number) => (event: DragEvent) => {
      if (!hasFiles(event)) return
      event.preventDefault()
      depth = Math.max(0, depth + by)
      setOver(depth > 0)
    }
    const enter = move(1)
    const leave = move(-1)
    const over = move(0)
    const drop = (event: DragEvent) => {
      if (!hasFiles(event)) return
      event.preventDefault()
      depth = 0
      setOver(false)
      const files = [...(event.dataTransfer?.files ?? [])]
      if (files.length > 0) latest.current(files)
    }
    const pairs = [
      ['dragenter', enter],
      ['dragleave', leave],
      ['dragover', over],
      ['drop', drop],
    ] as const
    for (const [name, listen] of pairs) addEventListener(name, listen)
    return () => {
      for (const [name, listen] of pairs) removeEventListener(name, listen)
    }
  }, [])

  return (
    <>
      {children}
      {isOver && (
        <div className="pointer-events-none fixed inset-2 z-70 flex flex-col items-center justify-center gap-2 rounded-xl border-2 border-dashed border-accent bg-accent-soft/90 text-lg font-medium text-accent-ink">
          <FileUp size={24} aria-hidden="true" />
          {label ?? t('shell.dropHere')}
        </div>
      )}
    </>
  )
}
