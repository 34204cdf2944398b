import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { invalidate } from './query.ts'

const first = 1000
const longest = 30_000

/** How long to wait before the next attempt; the scatter keeps clients from returning all at once. */
export const wait = (attempt: number, random = Math.random()) =>
  Math.min(longest, first * 2 ** attempt) * (0.75 + random / 2)

type Change = { module?: string; table?: string }

/** Listens for what colleagues changed and refetches it. Answers whether the line is up. */
export function useLive(isOn: boolean): boolean {
  const client = useQueryClient()
  const [isUp, setUp] = useState(true)

  useEffect(() => {
    if (!isOn) return
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
      source.onmessage = (event) => {
        for (const change of read(event.data)) void invalidate(client, change.module)
      }
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
    }
  }, [client, isOn])

  return isUp
}

function read(text: string): Change[] {
  try {
    const news = JSON.parse(text) as Change | Change[]
    return (Array.isArray(news) ? news : [news]).filter((change) => change?.module)
  } catch {
    return []
  }
}
