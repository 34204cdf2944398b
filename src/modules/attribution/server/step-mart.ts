import type { Writer } from '../../../engine/warehouse.ts'

/**
 * Paths as the steps between states of a chain of the order the organisation uses. A state is a window of so many
 * letters moved by one, a shorter path is one state, the start is the empty text, and a path that ends leads to NULL.
 * `mart.path_step` counts those of the people without an opportunity, which all end in no sale; steps add up over
 * paths, so those of a few people can be taken out and others put in.
 */
export async function countSteps(db: Writer, order: number): Promise<void> {
  await db.run(`create or replace table mart.path_step as ${outsideSteps(order, 'mart.outside_path')}`)
}

/** Take the steps of some paths out, and put those of others in. */
export async function updateSteps(db: Writer, order: number, out: string, into: string): Promise<void> {
  await db.run(`
    create or replace table mart.path_step as
    select state, next, sum(times)::bigint as times from (
      from mart.path_step
      union all from (${outsideSteps(order, into)})
      union all select state, next, -times from (${outsideSteps(order, out)}))
    group by all having sum(times) <> 0`)
}

const outsideSteps = (order: number, paths: string): string =>
  `select state, next, times from (${stepsSql(order, `select path, 0 as sales from ${paths}`)})`

/** Steps of journeys (path, sales 0 or 1): how often each was taken, and of the last ones how often it led to a sale. */
export function stepsSql(order: number, journeys: string): string {
  return `
    with counted as (
      select path, count(*) as n, sum(sales) as sales, greatest(1, length(path) - ${order} + 1) as windows
      from (${journeys}) group by path),
    placed as (select *, unnest(range(0, windows + 1)) as i from counted)
    select case when i > 0 then substr(path, i, ${order}) else '' end as state,
      case when i < windows then substr(path, i + 1, ${order}) end as next, sum(n)::bigint as times,
      sum(case when i = windows then sales else 0 end)::bigint as sales
    from placed where state is distinct from next group by all`
}
