import type { App } from '../../../kernel/app.ts'
import { defineModule } from '../../../kernel/module.ts'
import { homeNeeds } from '../../identity/server/index.ts'
import { quality } from '../contract.ts'
import { accept, findings, fix } from './findings.ts'
import { needsOfQuality } from './needs.ts'
import { unmapped } from './unmapped.ts'

const provide = (app: App): void => app.services.use(homeNeeds).register(needsOfQuality)

export const qualityModule = defineModule(quality, { findings, accept, fix, unmapped }, { provide })
