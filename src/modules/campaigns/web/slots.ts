import type { ComponentType } from 'react'
import type { Campaign } from '../contract.ts'

export type CampaignTab = { value: string; label: string; component: ComponentType<{ campaign: Campaign }> }

/** Tabs that later modules add to the page of a campaign, after the brief. */
export const campaignTabs: CampaignTab[] = []
/** Where a campaign can be begun from besides a blank brief: buttons on the list. */
export const campaignStarts: ComponentType[] = []
