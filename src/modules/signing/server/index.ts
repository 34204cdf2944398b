import './tables.ts'
import type { App } from '../../../kernel/app.ts'
import { defineModule } from '../../../kernel/module.ts'
import { homeNeeds } from '../../identity/server/index.ts'
import { signing } from '../contract.ts'
import { propose, sign, withdraw } from './actions.ts'
import { inForce, list } from './show.ts'
import { needsOfSigning } from './tell.ts'

const provide = (app: App): void => app.services.use(homeNeeds).register(needsOfSigning)

export const signingModule = defineModule(signing, { list, inForce, propose, sign, withdraw }, { provide })
