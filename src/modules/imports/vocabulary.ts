/** Built-in readings of channels, by what UTM values and source systems commonly say. A person’s word comes first. */
export const channelWords: Record<string, readonly string[]> = {
  'Organic search': [
    'organic_search',
    'organic search',
    'organic',
    'seo',
    'google / organic',
    'bing / organic',
    'organic_search_google',
  ],
  'Paid search': [
    'paid_search',
    'paid search',
    'cpc',
    'ppc',
    'sem',
    'google / cpc',
    'bing / cpc',
    'google ads',
    'adwords',
    'google_ads',
    'microsoft_ads',
    'search',
    'paid_search_google',
  ],
  'Paid social': [
    'paid_social',
    'paid social',
    'facebook / cpc',
    'linkedin / cpc',
    'facebook ads',
    'linkedin ads',
    'meta_ads',
    'linkedin_ads',
    'reddit_ads',
    'tiktok_ads',
    'facebook / paid',
  ],
  'Organic social': [
    'social',
    'organic social',
    'social_media',
    'social media',
    'organic_social',
    'linkedin',
    'facebook',
    'twitter',
    'instagram',
  ],
  Email: [
    'email',
    'e-mail',
    'email marketing',
    'email_marketing',
    'newsletter',
    'email_sent',
    'email_open',
    'email_click',
  ],
  Display: ['display', 'display ads', 'banner', 'cpm', 'programmatic'],
  Video: ['video', 'youtube', 'youtube ads'],
  Referral: ['referral', 'referrals', 'partner referral', 'customer referral', 'employee referral'],
  Direct: ['direct', 'direct_traffic', 'direct traffic', '(direct) / (none)', '(direct)', 'offline direct'],
  Events: ['event', 'events', 'trade show', 'tradeshow', 'conference', 'field event', 'in-person'],
  Webinar: ['webinar', 'webinars'],
  Partner: ['partner', 'partners', 'channel partner'],
  Outbound: ['outbound', 'cold call', 'phone', 'call', 'sdr', 'sales', 'phone inquiry', 'purchased list'],
  'Content syndication': ['content syndication', 'content_syndication', 'syndication'],
  TV: ['television', 'tv ads', 'tv_ads', 'linear tv'],
  Radio: ['radio ads', 'audio'],
  Print: ['print ads', 'newspaper', 'newspapers', 'magazine', 'magazines'],
  'Out of home': ['ooh', 'out_of_home', 'outdoor', 'billboard', 'billboards'],
  Other: ['other', 'other_publicities', 'other campaigns', 'offline', 'offline sources'],
}

/** Built-in reading of channels as a group: where people meet in person, and where they meet a screen. */
export const channelGroups: Record<string, readonly string[]> = {
  'In person': ['Events'],
  Digital: [
    'Organic search',
    'Paid search',
    'Paid social',
    'Organic social',
    'Email',
    'Display',
    'Video',
    'Webinar',
    'Content syndication',
    'Direct',
  ],
}

type BuiltIn = { kind: 'channel' | 'channel_group'; raw: string; value: string }

/** Every built-in reading as raw → value. */
export const builtInWords: BuiltIn[] = [
  ...Object.entries(channelWords).flatMap(([value, raws]) =>
    [value.toLowerCase(), ...raws].map((raw) => ({ kind: 'channel' as const, raw, value })),
  ),
  ...Object.entries(channelGroups).flatMap(([value, raws]) =>
    raws.map((raw) => ({ kind: 'channel_group' as const, raw: raw.toLowerCase(), value })),
  ),
]

/** The group of a fact's channel, for a dimension; what no word reads is neither. */
export const channelGroupSql = `coalesce((select any_value(value) from mart.word where kind = 'channel_group' and raw = lower(trim(channel))), 'Neither')`
