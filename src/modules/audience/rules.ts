/** Domains whose addresses say nothing about a company: anybody may have one. */
export const freeMail: readonly string[] = [
  ...['gmail.com', 'googlemail.com', 'yahoo.com', 'hotmail.com', 'outlook.com', 'live.com', 'msn.com'],
  ...['icloud.com', 'me.com', 'mac.com', 'aol.com', 'gmx.com', 'gmx.de', 'gmx.net', 'web.de', 'mail.com'],
  ...['proton.me', 'protonmail.com', 'yandex.ru', 'yandex.com', 'mail.ru', 'qq.com', '163.com', '126.com'],
  ...['t-online.de', 'orange.fr', 'wanadoo.fr', 'free.fr', 'libero.it', 'comcast.net', 'zoho.com'],
]

/** SQL: the domain is one a company has for itself; blank is none. */
export const isOwnDomain = (domain: string): string =>
  `(${domain} is not null and lower(${domain}) not in (${freeMail.map((name) => `'${name}'`).join(', ')}))`
