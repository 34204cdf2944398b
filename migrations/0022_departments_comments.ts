import { type Kysely, sql } from 'kysely'

/** Comments on the vision become comments like those on any record; what was answered is a reply. Suggestions stay. */
export async function carryComments(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const comments = `strategy_remarks where kind = 'comment'`
const quoted = `case when quote = '' then text else '“' || quote || '”' || chr(10) || text end`

const statements = [
  `insert into threads_comments (id, kind, record_id, by_id, by_name, made_at, version, resolved_at, resolved_by)
   select id, 'vision', vision_id, by_id, by_name, made_at, 1, answered_at, answered_by from ${comments}`,
  `insert into threads_texts (id, comment_id, version, text, mentions, written_at)
   select id || '_1', id, 1, ${quoted}, '[]', made_at from ${comments}`,
  `insert into threads_comments (id, kind, record_id, reply_to, by_name, made_at, version)
   select id || '_r', 'vision', vision_id, id, answered_by, answered_at, 1 from ${comments} and answer <> ''`,
  `insert into threads_texts (id, comment_id, version, text, mentions, written_at)
   select id || '_r1', id || '_r', 1, answer, '[]', answered_at from ${comments} and answer <> ''`,
  `delete from ${comments}`,
  `alter table strategy_remarks drop column kind`,
]
