import { GraduationCap } from 'lucide-react'
import { useState } from 'react'
import { Page } from '../../../ui/kit/Page.tsx'
import { Button } from '../../../ui/parts/Button.tsx'
import { useQuery } from '../../../ui/query.ts'
import { useUrl } from '../../../ui/useUrl.ts'
import { availability } from '../contract.ts'
import { levels } from '../rules.ts'
import { LevelDialog } from './LevelDialog.tsx'
import { NewSkill } from './SkillHead.tsx'
import { type Chosen, SkillMatrix } from './SkillMatrix.tsx'

export default function SkillsPage() {
  const asked = useQuery(availability.skills, {})
  const [show, setShow] = useUrl('show')
  const [chosen, setChosen] = useState<Chosen | null>(null)
  const { data } = asked
  const add = data?.can.manage && (
    <Button look="primary" onClick={() => setShow('new')}>
      Add a skill
    </Button>
  )
  const dialogs = (
    <>
      {show === 'new' && data?.can.manage && <NewSkill onClose={() => setShow('')} />}
      {chosen && <LevelDialog {...chosen} onClose={() => setChosen(null)} />}
    </>
  )
  return (
    <>
      <Page
        title="Skills"
        description="Who can do what. Everybody states their own level; their manager confirms it or says another."
        isLoading={asked.isPending}
        error={asked.error}
        onRetry={asked.refetch}
        actions={data && data.skills.length > 0 && add}
        empty={
          data?.skills.length === 0 && {
            icon: <GraduationCap size={24} />,
            children:
              'No skill is listed yet. Name what the team has to be able to do; people then state their level.',
            action: add,
          }
        }
      >
        {() => data && <SkillMatrix data={data} onChoose={setChosen} />}
      </Page>
      {data && data.skills.length > 0 && (
        <p className="px-(--gutter) pb-6 text-sm text-ink-2">
          {`${levels.map((name, at) => `${at} ${name.toLowerCase()}`).join(' · ')}. ✓ is confirmed. Arrows move, Enter opens a level.`}
        </p>
      )}
      {dialogs}
    </>
  )
}
