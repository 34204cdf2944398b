import type { Module } from '../kernel/module.ts'
import { activityModule } from './activity/server/index.ts'
import { agenciesModule } from './agencies/server/index.ts'
import { agendaModule } from './agenda/server/index.ts'
import { answersModule } from './answers/server/index.ts'
import { attributionModule } from './attribution/server/index.ts'
import { audienceModule } from './audience/server/index.ts'
import { availabilityModule } from './availability/server/index.ts'
import { blockersModule } from './blockers/server/index.ts'
import { budgetModule } from './budget/server/index.ts'
import { campaignsModule } from './campaigns/server/index.ts'
import { casesModule } from './cases/server/index.ts'
import { contingenciesModule } from './contingencies/server/index.ts'
import { costsModule } from './costs/server/index.ts'
import { creativeModule } from './creative/server/index.ts'
import { dashboardsModule } from './dashboards/server/index.ts'
import { demoModule } from './demo/server/index.ts'
import { departmentsModule } from './departments/server/index.ts'
import { driftModule } from './drift/server/index.ts'
import { fieldsModule } from './fields/server/index.ts'
import { filesModule } from './files/server/index.ts'
import { flowModule } from './flow/server/index.ts'
import { forecastModule } from './forecast/server/index.ts'
import { identityModule } from './identity/server/index.ts'
import { importsModule } from './imports/server/index.ts'
import { intakeModule } from './intake/server/index.ts'
import { launchesModule } from './launches/server/index.ts'
import { loadModule } from './load/server/index.ts'
import { metricsModule } from './metrics/server/index.ts'
import { optimiserModule } from './optimiser/server/index.ts'
import { pipelineModule } from './pipeline/server/index.ts'
import { positionsModule } from './positions/server/index.ts'
import { prioritiesModule } from './priorities/server/index.ts'
import { proofingModule } from './proofing/server/index.ts'
import { qualityModule } from './quality/server/index.ts'
import { questionnaireModule } from './questionnaire/server/index.ts'
import { returnsModule } from './returns/server/index.ts'
import { routinesModule } from './routines/server/index.ts'
import { scenariosModule } from './scenarios/server/index.ts'
import { searchModule } from './search/server/index.ts'
import { shareModule } from './share/server/index.ts'
import { signingModule } from './signing/server/index.ts'
import { sprintsModule } from './sprints/server/index.ts'
import { strategyModule } from './strategy/server/index.ts'
import { takeoversModule } from './takeovers/server/index.ts'
import { teamworkModule } from './teamwork/server/index.ts'
import { templatesModule } from './templates/server/index.ts'
import { threadsModule } from './threads/server/index.ts'
import { timesheetsModule } from './timesheets/server/index.ts'
import { traceModule } from './trace/server/index.ts'
import { viewsModule } from './views/server/index.ts'
import { whiteboardModule } from './whiteboard/server/index.ts'
import { workModule } from './work/server/index.ts'

/** Low to high: a module imports only modules before it. This list is the architecture. */
export const modules: Module[] = [
  searchModule,
  identityModule,
  activityModule,
  viewsModule,
  threadsModule,
  availabilityModule,
  answersModule,
  filesModule,
  importsModule,
  audienceModule,
  costsModule,
  qualityModule,
  metricsModule,
  whiteboardModule,
  traceModule,
  fieldsModule,
  strategyModule,
  departmentsModule,
  teamworkModule,
  questionnaireModule,
  campaignsModule,
  templatesModule,
  contingenciesModule,
  launchesModule,
  budgetModule,
  agenciesModule,
  positionsModule,
  driftModule,
  workModule,
  routinesModule,
  prioritiesModule,
  timesheetsModule,
  loadModule,
  shareModule,
  sprintsModule,
  blockersModule,
  flowModule,
  proofingModule,
  agendaModule,
  takeoversModule,
  intakeModule,
  pipelineModule,
  attributionModule,
  forecastModule,
  scenariosModule,
  returnsModule,
  casesModule,
  optimiserModule,
  signingModule,
  creativeModule,
  dashboardsModule,
  demoModule,
]
