type Part = 'lead' | 'consulted' | 'informed'

declare module '../../../kernel/db/tables.ts' {
  interface Tables {
    identity_organisation: {
      id: string
      name: string
      currency: string
      time_zone: string
      fiscal_start_month: number
      week_start: number
      fiscal_pattern: string
      founded_at: Date
    }
    identity_people: {
      id: string
      name: string
      email: string
      title: string
      /** Set for people of another firm: an agency, a client. */
      company: string | null
      manager_id: string | null
      time_zone: string | null
      joined_at: Date | null
      disabled_at: Date | null
      created_at: Date
    }
    identity_roles: {
      id: string
      name: string
      summary: string
      /** Null while the role still follows the defaults of `rules.ts`. */
      permissions: string[] | null
      reports_to: string[]
      position: number
      version: number
    }
    identity_person_roles: { person_id: string; role_id: string }
    identity_teams: { id: string; name: string; purpose: string; lead_id: string | null }
    identity_team_members: { team_id: string; person_id: string }
    identity_areas: { id: string; name: string; position: number }
    identity_area_roles: { area_id: string; role_id: string; part: Part }
    identity_users: {
      id: string
      name: string
      email: string
      email_verified: boolean
      image: string | null
      created_at: Date
      updated_at: Date
    }
    identity_sessions: {
      id: string
      user_id: string
      token: string
      ip_address: string | null
      user_agent: string | null
      expires_at: Date
      created_at: Date
      updated_at: Date
    }
    identity_accounts: {
      id: string
      user_id: string
      account_id: string
      provider_id: string
      access_token: string | null
      refresh_token: string | null
      id_token: string | null
      access_token_expires_at: Date | null
      refresh_token_expires_at: Date | null
      scope: string | null
      password_hash: string | null
      created_at: Date
      updated_at: Date
    }
    identity_links: {
      id: string
      person_id: string
      purpose: 'invite' | 'reset'
      token_hash: string
      made_by: string
      made_at: Date
      expires_at: Date
      used_at: Date | null
    }
    identity_reset_wishes: { person_id: string; asked_at: Date }
    identity_keys: {
      id: string
      person_id: string
      name: string
      prefix: string
      key_hash: string
      scopes: string[]
      made_at: Date
      expires_at: Date | null
      last_used_at: Date | null
      revoked_at: Date | null
    }
    identity_secrets: { name: string; secret: string }
  }
}

export {}
