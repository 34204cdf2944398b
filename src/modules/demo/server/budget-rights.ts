const may = (verbs: string): Set<string> => new Set(verbs.split(' ').map((verb) => `budget:${verb}`))
const control = 'read write request decide control headcount rates'
/** Each acts with what their role may do, so that limits and four eyes hold for them as for anybody. */
export const budgetRights: Record<string, ReadonlySet<string>> = {
  helena: may('read request decide control headcount rates'),
  tobias: may('read request decide'),
  imogen: may(control),
  rafael: may('read write request decide rates'),
  bram: may('read request'),
  gareth: may('read invoice headcount rates'),
}
