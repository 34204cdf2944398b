import { type DragEvent, useEffect, useRef, useState } from 'react'

const hasFiles = (event: DragEvent) => event.dataTransfer.types.includes('Files')

/** Takes files that are dropped on one place, before the page's own receiver hears of them. */
export function useDropped(onFiles: (files: File[]) => void, isOn: boolean) {
  const [depth, setDepth] = useState(0)
  const mine = (by: number) => (event: DragEvent) => {
    if (!isOn || !hasFiles(event)) return
    event.preventDefault()
    event.stopPropagation()
    if (by !== 0) setDepth((old) => Math.max(0, old + by))
  }
  const onDrop = (event: DragEvent) => {
    if (!isOn || !hasFiles(event)) return
    event.preventDefault()
    event.stopPropagation()
    setDepth(0)
    onFiles([...event.dataTransfer.files])
  }
  return {
    isOver: depth > 0,
    handlers: { onDragEnter: mine(1), onDragLeave: mine(-1), onDragOver: mine(0), onDrop },
  }
}

const two = (value: number) => String(value).padStart(2, '0')
const pastedName = (type: string, at: Date) => {
  const day = `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`
  return `Pasted ${day} ${two(at.getHours())}.${two(at.getMinutes())}.${two(at.getSeconds())}.${type.split('/')[1]}`
}

/** An image from the clipboard, under a name that tells when; text that was copied stays text. */
export function usePasted(onFiles: (files: File[]) => void, isOn: boolean): void {
  const latest = useRef(onFiles)
  latest.current = onFiles
  useEffect(() => {
    if (!isOn) return
    const paste = (event: ClipboardEvent) => {
      const data = event.clipboardData
      if (!data || data.types.includes('text/plain')) return
      const images = [...data.files].filter((file) => file.type.startsWith('image/'))
      if (images.length === 0) return
      event.preventDefault()
      const named = images.map((one) => new File([one], pastedName(one.type, new Date()), { type: one.type }))
      latest.current(named)
    }
    addEventListener('paste', paste)
    return () => removeEventListener('paste', paste)
  }, [isOn])
}
