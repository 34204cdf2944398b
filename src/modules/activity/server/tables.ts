declare module '../../../kernel/db/tables.ts' {
  interface Tables {
    activity_notices: {
      id: string
      person_id: string
      title: string
      why: string
      link: string
      at: Date
      read_at: Date | null
    }
  }
}

export {}
