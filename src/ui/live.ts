import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { invalidate } from './query.ts'

const first = 1000
const longest = 30_000
const gather = 250
/** Each page that listens makes the turns of all so much longer. */
const apiece = 40
/** One piece of news reaches all pages at the same moment: they ask one after another. */
const scatter = 10
const longestScatter = 1000
/** A page that waits longer for an answer does not keep the others from theirs. */
const longestAsking = 30_000
const longestTurn = 10_000
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
        news.add(heard(event.data, latest.current))
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

/** Which modules have something new to show, and how many pages were told so. */
export type Heard = { modules: string[]; listeners: number }

/** The module that changed and those that show it; what cannot be read concerns nobody. */
export function heard(text: string, dependents: Dependents): Heard {
  try {
    const { module, listeners = 1 } = JSON.parse(text) as { module?: string; listeners?: number }
    return { modules: module ? [module, ...(dependents[module] ?? [])] : [], listeners }
  } catch {
    return { modules: [], listeners: 1 }
  }
}

/**
 * The first news is acted on almost at once, and what comes while the pages ask waits for its turn: an import tells its
 * progress many times a second. The more pages listen, the longer each waits, so that what fifty of them ask leaves the
 * server time for what people do.
 */
export function gathered(client: QueryClient) {
  const waiting = new Set<string>()
  let timer: ReturnType<typeof setTimeout> | undefined
  let turn = Number.NEGATIVE_INFINITY
  let listeners = 1
  let isOver = false
  const flush = async () => {
    const began = performance.now()
    const onTheirWay = [...waiting].filter((module) => isAsking(client, module))
    const asked = [...waiting].map((module) => invalidate(client, module, { cancelRefetch: false }))
    waiting.clear()
    await Promise.race([Promise.allSettled(asked), pause(longestAsking)])
    if (!isOver) for (const module of onTheirWay) waiting.add(module)
    turn = Math.max(began + Math.min(longestTurn, Math.max(gather, listeners * apiece)), performance.now())
    timer = undefined
    if (waiting.size > 0) later()
  }
  const later = () => {
    const scattered = atOnce + Math.min(longestScatter, (listeners - 1) * scatter) * Math.random()
    timer ??= setTimeout(flush, Math.max(scattered, turn - performance.now()))
  }
  return {
    add(news: Heard) {
      listeners = news.listeners
      for (const module of news.modules) waiting.add(module)
      if (waiting.size > 0) later()
    },
    stop() {
      isOver = true
      clearTimeout(timer)
      waiting.clear()
    },
  }
}

/** An answer that is on its way may be older than the news: it is let through, and asked for again after it. */
const isAsking = (client: QueryClient, module: string): boolean =>
  client.getQueryCache().findAll({ queryKey: [module], type: 'active', fetchStatus: 'fetching' }).length > 0

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
