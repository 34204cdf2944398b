import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { invalidate } from './query.ts'

const first = 1000
const longest = 30_000
const gather = 250
/** One command tells several modules’ news: they are asked for together. */
const atOnce = 15

/** Which modules show what another one knows: `{ imports: ['pipeline'] }`. */
export type Dependents = Record<string, string[]>

/** How long to wait before the next attempt; the scatter keeps clients from returning all at once. */
export const wait = (attempt: number, random = Math.random()) =>
  Math.min(longest, first * 2 ** attempt) * (0.75 + random / 2)

/** Listens for what colleagues changed and refetches it. Answers whether the line is up. */
export function useLive(isOn: boolean, dependents: Dependents = {}): boolean {
  const client = useQueryClient()
  const [isUp, setUp] = useState(true)
  const latest = useRef(dependents)
  latest.current = dependents

  useEffect(() => {
    if (!isOn) return
    const news = gathered(client)
    let source: EventSource | undefined
    let timer: ReturnType<typeof setTimeout> | undefined
    let attempt = 0

    const open = () => {
      source = new EventSource('/api/live')
      source.onopen = () => {
        if (attempt > 0) void invalidate(client)
        attempt = 0
        setUp(true)
      }
      source.addEventListener('news', (event) => {
        for (const module of concerned(event.data, latest.current)) news.add(module)
      })
      source.onerror = () => {
        source?.close()
        timer = setTimeout(open, wait(attempt++))
        if (attempt > 1) setUp(false)
      }
    }
    open()
    return () => {
      source?.close()
      clearTimeout(timer)
      news.stop()
    }
  }, [client, isOn])

  return isUp
}

/** The module that changed and those that show it; what cannot be read concerns nobody. */
export function concerned(text: string, dependents: Dependents): string[] {
  try {
    const { module } = JSON.parse(text) as { module?: string }
    return module ? [module, ...(dependents[module] ?? [])] : []
  } catch {
    return []
  }
}

/** The first news is acted on at once; an import tells its progress many times a second, and the pages ask again a few times. */
function gathered(client: QueryClient) {
  const waiting = new Set<string>()
  let timer: ReturnType<typeof setTimeout> | undefined
  let last = Number.NEGATIVE_INFINITY
  const flush = () => {
    timer = undefined
    last = performance.now()
    for (const module of waiting) void invalidate(client, module)
    waiting.clear()
  }
  return {
    add(module: string) {
      waiting.add(module)
      timer ??= setTimeout(flush, Math.max(atOnce, last + gather - performance.now()))
    },
    stop: () => clearTimeout(timer),
  }
}
