import pg from 'pg'

/** The PostgreSQL that the test run started (see `global.ts`), with a migrated template to clone from. */
export function testServer(): { clone(name: string): Promise<{ url: string; drop(): Promise<void> }> } {
  const base = process.env.FULLSCORE_TEST_DATABASE
  if (!base)
    throw new Error('The test database is not running: run the tests with `npm test` or `npx vitest`.')
  return {
    async clone(name) {
      await statement(base, `create database ${name} template fullscore_template strategy file_copy`)
      return {
        url: base.replace('/postgres?', `/${name}?`),
        drop: () => statement(base, `drop database if exists ${name} with (force)`),
      }
    },
  }
}

export async function statement(url: string, sql: string): Promise<void> {
  const client = new pg.Client(url)
  await client.connect()
  try {
    await client.query(sql)
  } finally {
    await client.end()
  }
}
