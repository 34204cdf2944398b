import type { Context } from 'hono'
import { streamSSE } from 'hono/streaming'
import type { App, News } from '../app.ts'

const heartbeat = 20_000

/**
 * Server-sent events: which kinds of records changed. The pages then ask again; no data travels here but how many
 * listen, for those take turns.
 */
export function streamNews(app: App, c: Context): Response {
  return streamSSE(c, async (stream) => {
    // Before anything is awaited: a page that leaves at once would otherwise be listened for until the process ends.
    const left = new Promise<void>((resolve) => stream.onAbort(resolve))
    const tell = (news: News) => {
      const listeners = app.live.listenerCount('news')
      void stream.writeSSE({ event: 'news', data: JSON.stringify({ ...news, listeners }) })
    }
    app.live.on('news', tell)
    const beat = setInterval(() => void stream.writeSSE({ event: 'beat', data: '' }), heartbeat)
    await stream.writeSSE({ event: 'beat', data: '' })
    await left
    clearInterval(beat)
    app.live.off('news', tell)
  })
}
