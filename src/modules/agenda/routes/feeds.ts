import { z } from 'zod'
import { route } from '../../../kernel/contract.ts'
import type { Kept } from '../../../kernel/http/kept.ts'
import { Feed, FeedInput, text } from '../things.ts'

const nothing = z.object({})
const One = z.object({ id: text.max(80) })
const Made = z.object({ feed: Feed, url: text })

export const feedRoutes = {
  feeds: route({
    method: 'GET',
    path: '/calendar-feeds',
    access: 'member',
    summary: 'List your calendar feeds',
    input: nothing,
    output: z.object({ items: z.array(Feed), boards: z.array(z.object({ id: text, name: text })) }),
  }),
  addFeed: route({
    method: 'POST',
    path: '/calendar-feeds',
    access: 'member',
    summary: 'Make a calendar feed; its address is answered this once',
    secret: true,
    input: FeedInput,
    output: Made,
  }),
  renewFeed: route({
    method: 'POST',
    path: '/calendar-feeds/{id}/address',
    access: 'member',
    summary: 'Give a calendar feed a new address; the old one ends at once',
    secret: true,
    input: One,
    output: Made,
  }),
  revokeFeed: route({
    method: 'DELETE',
    path: '/calendar-feeds/{id}',
    access: 'member',
    summary: 'Revoke a calendar feed for good',
    input: One,
    output: nothing,
  }),
  calendar: route({
    method: 'GET',
    path: '/agenda/{file}',
    access: 'public',
    summary: 'Hand out the calendar of a feed to whoever has its address, as iCalendar',
    download: true,
    input: z.object({ file: text.max(200) }),
    output: z.custom<Kept>(),
  }),
}
