declare module '../../../kernel/db/tables.ts' {
  interface Tables {
    quality_acceptances: {
      id: string
      finding: string
      title: string
      reason: string
      accepted_by: string
      accepted_at: Date
    }
  }
}

export {}
