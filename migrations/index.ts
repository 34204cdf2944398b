import type { Migrations } from '../src/kernel/db/migrate.ts'
import * as kernel from './0001_kernel.ts'
import * as identity from './0002_identity.ts'
import * as activity from './0003_activity.ts'
import * as views from './0004_views.ts'
import * as imports from './0005_imports.ts'
import * as pipeline from './0006_pipeline.ts'
import * as demo from './0007_demo.ts'
import * as costs from './0008_costs.ts'
import * as attribution from './0009_attribution.ts'
import * as forecast from './0010_forecast.ts'
import * as agreement from './0011_agreement.ts'
import * as dashboards from './0012_dashboards.ts'
import * as strategy from './0013_strategy.ts'
import * as trace from './0014_trace.ts'
import * as budget from './0015_budget.ts'
import * as campaigns from './0016_campaigns.ts'
import * as optimiser from './0017_optimiser.ts'
import * as scenarios from './0018_scenarios.ts'
import * as lines from './0019_lines.ts'
import * as positions from './0020_positions.ts'
import * as fields from './0021_fields.ts'
import * as departments from './0022_departments.ts'
import * as launches from './0023_launches.ts'
import * as currency from './0024_currency.ts'
import * as kpiGoals from './0026_kpi_goals.ts'
import * as availability from './0030_availability.ts'
import * as files from './0031_files.ts'
import * as answers from './0032_answers.ts'
import * as teamwork from './0033_teamwork.ts'
import * as work from './0034_work.ts'
import * as timesheets from './0035_timesheets.ts'
import * as sprints from './0036_sprints.ts'
import * as blockers from './0037_blockers.ts'
import * as priorities from './0038_priorities.ts'
import * as intake from './0039_intake.ts'
import * as proofing from './0040_proofing.ts'
import * as load from './0041_load.ts'
import * as share from './0042_share.ts'
import * as takeovers from './0043_takeovers.ts'
import * as agenda from './0044_agenda.ts'
import * as routines from './0046_routines.ts'
import * as filesGuests from './0047_files_guests.ts'
/** In the order they run; a landed migration is never edited. */

export const migrations: Migrations = {
  '0001_kernel': kernel,
  '0002_identity': identity,
  '0003_activity': activity,
  '0004_views': views,
  '0005_imports': imports,
  '0006_pipeline': pipeline,
  '0007_demo': demo,
  '0008_costs': costs,
  '0009_attribution': attribution,
  '0010_forecast': forecast,
  '0011_agreement': agreement,
  '0012_dashboards': dashboards,
  '0013_strategy': strategy,
  '0014_trace': trace,
  '0015_budget': budget,
  '0016_campaigns': campaigns,
  '0017_optimiser': optimiser,
  '0018_scenarios': scenarios,
  '0019_lines': lines,
  '0020_positions': positions,
  '0021_fields': fields,
  '0022_departments': departments,
  '0023_launches': launches,
  '0024_currency': currency,
  '0026_kpi_goals': kpiGoals,
  '0030_availability': availability,
  '0031_files': files,
  '0032_answers': answers,
  '0033_teamwork': teamwork,
  '0034_work': work,
  '0035_timesheets': timesheets,
  '0036_sprints': sprints,
  '0037_blockers': blockers,
  '0038_priorities': priorities,
  '0039_intake': intake,
  '0040_proofing': proofing,
  '0041_load': load,
  '0042_share': share,
  '0043_takeovers': takeovers,
  '0044_agenda': agenda,
  '0046_routines': routines,
  '0047_files_guests': filesGuests,
}
