import './tables.ts'
import type { App } from '../../../kernel/app.ts'
import { defineModule } from '../../../kernel/module.ts'
import { agenda } from '../contract.ts'
import { calendar, Gate, gate } from './calendar.ts'
import { chooseDigest, digest, resumeDigest, stopDigest } from './digest.ts'
import { addFeed, feeds, renewFeed, revokeFeed } from './feeds.ts'
import { sendDigests } from './sending.ts'

function provide(app: App): void {
  app.services.provide(gate, new Gate(app))
}

export const agendaModule = defineModule(
  agenda,
  {
    ...{ feeds, addFeed, renewFeed, revokeFeed, calendar },
    ...{ digest, chooseDigest, stopDigest, resumeDigest },
  },
  { provide, jobs: [sendDigests] as never },
)
