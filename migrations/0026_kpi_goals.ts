import { type Kysely, sql } from 'kysely'

/** Whichever door a change comes through, an agreement that was signed stays under the goal it was signed for. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create function strategy_keep_goal() returns trigger language plpgsql as $$
    begin
      if tg_op = 'TRUNCATE' then
        if exists (select from trace_links l join strategy_kpis k on k.id = l.child_id
                   where l.child_kind = 'kpi' and k.state in ('signed', 'superseded')) then
          raise exception 'Signed KPI agreements keep their goals; take links away one by one.' using errcode = 'integrity_constraint_violation';
        end if;
        return null;
      end if;
      if exists (select from strategy_kpis where id = old.child_id and state in ('signed', 'superseded')) then
        raise exception 'The goal of the KPI agreement % cannot be changed; supersede it with a new one.', old.child_id using errcode = 'integrity_constraint_violation';
      end if;
      if tg_op = 'DELETE' then
        return old;
      end if;
      return new;
    end $$`.execute(db)
  for (const statement of triggers) await sql.raw(statement).execute(db)
}

const triggers = [
  `create trigger trace_links_kpi_kept before update or delete on trace_links for each row when (old.child_kind = 'kpi') execute function strategy_keep_goal()`,
  `create trigger trace_links_kpi_all before truncate on trace_links for each statement execute function strategy_keep_goal()`,
]
