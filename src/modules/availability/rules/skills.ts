/** What each level of a skill means, from 0 on. */
export const levels = ['None', 'Learning it', 'Does it with help', 'Does it alone', 'Teaches it'] as const
