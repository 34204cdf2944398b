import type { ComponentType } from 'react'
import { slot } from '../../../ui/slot.ts'
import type { Campaign } from '../contract.ts'

export type CampaignTab = {
  value: string
  label: string
  /** Lower ones first. */
  place: number
  component: ComponentType<{ campaign: Campaign }>
}

/** Tabs that later modules add to the page of a campaign, after the brief. */
export const campaignTabs: CampaignTab[] = []
/** Where a campaign can be begun from besides a blank brief: buttons on the list. */
export const campaignStarts: ComponentType[] = []
/** Beside the results of a campaign: what it gets of the budget. */
export const outcomeSlot = slot<{ id: string }>()
/** On the page of a campaign: what else is given to it, such as hours. */
export const campaignSlot = slot<{ kind: 'campaign'; id: string }>()
/** Under a brief that was given to a guest. */
export const givenSlot = slot<{ id: string }>()
