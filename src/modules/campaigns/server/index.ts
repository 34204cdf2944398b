import './tables.ts'
import type { App } from '../../../kernel/app.ts'
import { defineModule } from '../../../kernel/module.ts'
import { fieldKinds } from '../../fields/server/index.ts'
import { attached } from '../../files/server/index.ts'
import { homeNeeds } from '../../identity/server/index.ts'
import { searched } from '../../search/server/index.ts'
import { discussed } from '../../threads/server/index.ts'
import { traced } from '../../trace/server/index.ts'
import { campaigns } from '../contract.ts'
import { add, change, stop } from './actions.ts'
import { approve, recall, sendBack, submit } from './approval.ts'
import { askChange, decideChange, withdrawChange } from './changes.ts'
import { changeChecklist, checklist } from './checklist.ts'
import { clone } from './clone.ts'
import { given, givenBrief, guestChoices, setGuests } from './guests.ts'
import { changeImpacts, Impacts } from './impact.ts'
import { campaignFiles, campaignKind, fieldsOf } from './kind.ts'
import { addTerm, buildLink, exportLinks, linkCode, links, removeTerm, terms } from './links.ts'
import { choices, list } from './list.ts'
import { needsOfCampaigns } from './needs.ts'
import { searchedCampaigns } from './searched.ts'
import { show } from './show.ts'
import { setSources, sources } from './sources.ts'
import { ungoverned } from './ungoverned.ts'

export { addCampaign, requireBrief } from './actions.ts'
export { given as givenCampaigns, guestChoices, guestsOf, setGuests } from './guests.ts'
export { type ChangeImpact, changeImpacts } from './impact.ts'
export { allListed } from './list.ts'
export { channelsOf, namedCampaigns, requireCampaign, rowsBelow, withBelow } from './records.ts'
export { seesCost } from './show.ts'
export { namesOf } from './sources.ts'

function provide(app: App): void {
  app.services.provide(changeImpacts, new Impacts())
  app.services.use(homeNeeds).register(needsOfCampaigns)
  app.services.use(fieldKinds).register(...fieldsOf)
  app.services.use(traced).register(campaignKind)
  app.services.use(searched).register(searchedCampaigns)
  app.services.use(discussed).register(campaignKind)
  app.services.use(attached).register(campaignFiles)
}

export const campaignsModule = defineModule(
  campaigns,
  {
    list,
    show,
    choices,
    add,
    change,
    stop,
    clone,
    sources,
    setSources,
    guestChoices,
    setGuests,
    given,
    givenBrief,
    submit,
    recall,
    approve,
    sendBack,
    askChange,
    decideChange,
    withdrawChange,
    checklist,
    changeChecklist,
    terms,
    addTerm,
    removeTerm,
    links,
    buildLink,
    exportLinks,
    linkCode,
    ungoverned,
  },
  { provide },
)
