/** The metric that counts entries of a built-in stage; stages of one's own are explained by the funnel. */
const metrics: Record<string, string> = {
  lead: 'leads',
  mql: 'mql',
  sal: 'sal',
  sql: 'sql',
  opportunity: 'movement_to_opportunity',
  won: 'won',
}

export const metricOf = (stage: string): string | undefined => metrics[stage]
