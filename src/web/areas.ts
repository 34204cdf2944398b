import { web as activity } from '../modules/activity/web/index.ts'
import { web as agencies } from '../modules/agencies/web/index.ts'
import { web as agenda } from '../modules/agenda/web/index.ts'
import { web as answers } from '../modules/answers/web/index.ts'
import { web as attribution } from '../modules/attribution/web/index.ts'
import { web as availability } from '../modules/availability/web/index.ts'
import { web as blockers } from '../modules/blockers/web/index.ts'
import { web as budget } from '../modules/budget/web/index.ts'
import { web as campaigns, guests } from '../modules/campaigns/web/index.ts'
import { web as cases } from '../modules/cases/web/index.ts'
import { web as contingencies } from '../modules/contingencies/web/index.ts'
import { web as costs } from '../modules/costs/web/index.ts'
import { web as creative } from '../modules/creative/web/index.ts'
import { web as dashboards } from '../modules/dashboards/web/index.ts'
import { web as demo } from '../modules/demo/web/index.ts'
import { web as departments } from '../modules/departments/web/index.ts'
import { web as drift } from '../modules/drift/web/index.ts'
import { web as fields } from '../modules/fields/web/index.ts'
import { web as files } from '../modules/files/web/index.ts'
import { web as flow } from '../modules/flow/web/index.ts'
import { web as forecast } from '../modules/forecast/web/index.ts'
import { web as identity } from '../modules/identity/web/index.ts'
import { web as imports } from '../modules/imports/web/index.ts'
import { web as intake } from '../modules/intake/web/index.ts'
import { web as launches } from '../modules/launches/web/index.ts'
import { web as load } from '../modules/load/web/index.ts'
import { web as metrics } from '../modules/metrics/web/index.ts'
import { web as optimiser } from '../modules/optimiser/web/index.ts'
import { web as pipeline, settings } from '../modules/pipeline/web/index.ts'
import { web as positions } from '../modules/positions/web/index.ts'
import { web as priorities } from '../modules/priorities/web/index.ts'
import { web as proofing } from '../modules/proofing/web/index.ts'
import { web as quality } from '../modules/quality/web/index.ts'
import { web as questionnaire } from '../modules/questionnaire/web/index.ts'
import { web as returns } from '../modules/returns/web/index.ts'
import { web as routines } from '../modules/routines/web/index.ts'
import { web as scenarios } from '../modules/scenarios/web/index.ts'
import { web as search } from '../modules/search/web/index.ts'
import { web as share } from '../modules/share/web/index.ts'
import { web as signing } from '../modules/signing/web/index.ts'
import { web as sprints } from '../modules/sprints/web/index.ts'
import { web as strategy } from '../modules/strategy/web/index.ts'
import { web as takeovers } from '../modules/takeovers/web/index.ts'
import { web as teamwork } from '../modules/teamwork/web/index.ts'
import { web as templates } from '../modules/templates/web/index.ts'
import { web as timesheets } from '../modules/timesheets/web/index.ts'
import { web as views } from '../modules/views/web/index.ts'
import { web as whiteboard } from '../modules/whiteboard/web/index.ts'
import { web as work } from '../modules/work/web/index.ts'
import type { WebModule } from '../ui/module.ts'

/** What the modules show, in the order of the navigation. */
export const modules: WebModule[] = [
  ...identity,
  teamwork,
  ...activity,
  search,
  work,
  priorities,
  routines,
  timesheets,
  load,
  share,
  sprints,
  flow,
  blockers,
  proofing,
  takeovers,
  intake,
  budget,
  scenarios,
  cases,
  views,
  files,
  agenda,
  strategy,
  departments,
  questionnaire,
  answers,
  imports,
  campaigns,
  guests,
  templates,
  contingencies,
  launches,
  agencies,
  availability,
  positions,
  drift,
  pipeline,
  returns,
  optimiser,
  costs,
  attribution,
  signing,
  creative,
  forecast,
  dashboards,
  metrics,
  whiteboard,
  quality,
  settings,
  fields,
  demo,
]
