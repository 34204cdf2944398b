import { GlobalWorkerOptions, getDocument, type PDFDocumentProxy } from 'pdfjs-dist'
import worker from 'pdfjs-dist/build/pdf.worker.min.mjs?url'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { EmptyState, Skeleton } from '../../../ui/parts/Faces.tsx'

GlobalWorkerOptions.workerSrc = worker

type PagesProps = { url: string; name: string; over?: (page: number) => ReactNode }
/** A page is drawn up to this many pixels across, however dense the screen is. */
const widest = 2400
const most = 200

/** A PDF drawn page by page onto canvases: no script of it runs, and it looks the same in every browser. */
export default function Pages({ url, name, over }: PagesProps) {
  const [pdf, setPdf] = useState<PDFDocumentProxy | null>(null)
  const [failure, setFailure] = useState('')
  useEffect(() => {
    const task = getDocument({ url, isEvalSupported: false, useWasm: false, enableXfa: false })
    let isWanted = true
    task.promise.then(
      (opened) => isWanted && setPdf(opened),
      (error: Error) => isWanted && setFailure(reasonOf(error)),
    )
    return () => {
      isWanted = false
      void task.destroy()
    }
  }, [url])
  if (failure) return <EmptyState>{failure}</EmptyState>
  if (!pdf) return <Skeleton className="h-100" />
  const pages = Array.from({ length: Math.min(pdf.numPages, most) }, (_, at) => at + 1)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is scrolled by keyboard
    <section aria-label={`Pages of ${name}`} tabIndex={0} className="flex flex-col gap-3 outline-none">
      {pages.map((page) => (
        <div key={page} className="relative">
          <Sheet pdf={pdf} page={page} label={`${name}, page ${page} of ${pdf.numPages}`} />
          {over?.(page)}
        </div>
      ))}
      {pdf.numPages > most && (
        <p className="text-ink-2">{`The first ${most} of ${pdf.numPages} pages. Download it to read the rest.`}</p>
      )}
    </section>
  )
}

const reasonOf = ({ name }: Error): string =>
  name === 'PasswordException'
    ? 'This PDF asks for a password. Download it to open it with one.'
    : 'This PDF cannot be drawn here. Download it to look at it with a program of yours.'

/** Drawn once it comes near the screen. */
function Sheet({ pdf, page, label }: { pdf: PDFDocumentProxy; page: number; label: string }) {
  const place = useRef<HTMLCanvasElement>(null)
  useEffect(() => {
    const canvas = place.current
    if (!canvas) return
    let stop: () => void = () => undefined
    const watcher = new IntersectionObserver(
      ([seen]) => {
        if (!seen?.isIntersecting) return
        watcher.disconnect()
        stop = draw(pdf, page, canvas)
      },
      { rootMargin: '600px' },
    )
    watcher.observe(canvas)
    return () => {
      watcher.disconnect()
      stop()
    }
  }, [pdf, page])
  return (
    <canvas
      ref={place}
      role="img"
      aria-label={label}
      width={600}
      height={848}
      className="block h-auto w-full rounded border border-line bg-white"
    />
  )
}

function draw(pdf: PDFDocumentProxy, page: number, canvas: HTMLCanvasElement): () => void {
  let isWanted = true
  let cancel: () => void = () => undefined
  const run = async () => {
    const sheet = await pdf.getPage(page)
    if (!isWanted) return
    const plain = sheet.getViewport({ scale: 1 })
    const across = Math.min(widest, canvas.clientWidth * devicePixelRatio)
    const viewport = sheet.getViewport({ scale: Math.min(across / plain.width, widest / plain.height) })
    canvas.width = Math.floor(viewport.width)
    canvas.height = Math.floor(viewport.height)
    const task = sheet.render({ canvas, viewport })
    cancel = () => task.cancel()
    await task.promise
  }
  run().catch(() => undefined)
  return () => {
    isWanted = false
    cancel()
  }
}
