declare module '../../../kernel/db/tables.ts' {
  interface Tables {
    demo_runs: {
      id: string
      size: string
      until: string
      state: string
      files: number
      reason: string | null
    }
  }
}

export {}
