import { Link } from '@tanstack/react-router'
import type { Out } from '../../../kernel/contract.ts'
import { Form } from '../../../ui/form/Form.tsx'
import { When } from '../../../ui/format/Values.tsx'
import { DataTable } from '../../../ui/kit/DataTable.tsx'
import { Page } from '../../../ui/kit/Page.tsx'
import { Notice } from '../../../ui/parts/Badge.tsx'
import { Card } from '../../../ui/parts/Card.tsx'
import { EmptyState } from '../../../ui/parts/Faces.tsx'
import { toast } from '../../../ui/parts/Toast.tsx'
import { useCommand, useQuery } from '../../../ui/query.ts'
import { agenda, type Choice, type Section } from '../contract.ts'
import { Draft, fields, fromDraft, pastWords, toDraft } from './digest-fields.ts'

type Digest = Out<typeof agenda.digest>

export default function DigestPage() {
  const digest = useQuery(agenda.digest, {})
  return (
    <Page
      title="Digest"
      description="What is late, due and waiting for you, in one letter. None is sent that would be empty."
      isLoading={digest.isPending}
      error={digest.error}
      onRetry={digest.refetch}
    >
      {() =>
        digest.data && (
          <div className="flex max-w-200 flex-col gap-(--gap)">
            <ChoiceCard digest={digest.data} />
            <Now sections={digest.data.sections} />
            <Past past={digest.data.past} />
          </div>
        )
      }
    </Page>
  )
}

function ChoiceCard({ digest }: { digest: Digest }) {
  const choose = useCommand(agenda.chooseDigest, { isQuiet: true })
  const { choice, sendsMail, nextAt, address, timeZone } = digest
  const saved = (before: Choice) => (now: Digest) =>
    toast(now.choice.rhythm === 'off' ? 'No digest goes out' : `The digest comes ${now.choice.rhythm}`, {
      undo: () => void choose.attempt(before).catch(() => undefined),
    })
  return (
    <Card title="When it comes" hint={`To ${address}, in the hours of ${timeZone}`}>
      <div className="flex flex-col gap-3">
        {!sendsMail && (
          <Notice tone="warn">
            No mail server is set up, so nothing goes out: what a letter would hold stands below. Whoever runs
            the installation sets <code>SMTP_URL</code>.
          </Notice>
        )}
        {sendsMail && nextAt && (
          <Notice tone="info">
            The next one goes out <When at={nextAt} />.
          </Notice>
        )}
        <Form
          key={JSON.stringify(choice)}
          id="digest"
          schema={Draft}
          initial={toDraft(choice)}
          fields={fields}
          saveLabel="Save"
          onSave={(value) => choose.attempt(fromDraft(value))}
          onSaved={saved(choice)}
        />
      </div>
    </Card>
  )
}

function Now({ sections }: { sections: Section[] }) {
  return (
    <Card title="What it would hold now">
      {sections.length === 0 ? (
        <EmptyState>Nothing is late, due or waiting for you: no letter would go out.</EmptyState>
      ) : (
        <div className="flex flex-col gap-4">
          {sections.map((section) => (
            <section key={section.title}>
              <h3 className="font-medium">{section.title}</h3>
              <ul className="mt-1 flex flex-col gap-1">
                {section.lines.map((line) => (
                  <li key={`${line.path} ${line.title}`} className="min-w-0">
                    <Link to={line.path} className="wrap-anywhere text-accent-ink hover:underline">
                      {line.title}
                    </Link>
                    <span className="block text-sm wrap-anywhere text-ink-3">{line.note}</span>
                  </li>
                ))}
              </ul>
              {section.more > 0 && <p className="text-sm text-ink-3">and {section.more} more</p>}
            </section>
          ))}
        </div>
      )}
    </Card>
  )
}

type Letter = Digest['past'][number]

function Past({ past }: { past: Letter[] }) {
  if (past.length === 0) return null
  return (
    <Card title="Letters so far" isFlush className="pb-1 [&>div]:px-4">
      <DataTable
        caption="Letters so far"
        rows={past}
        rowId={(one) => one.occasion}
        columns={[
          { id: 'occasion', title: 'Of', value: (one: Letter) => one.occasion },
          { id: 'state', title: 'What became of it', value: (one: Letter) => pastWords(one) },
          {
            id: 'at',
            title: 'When',
            value: (one: Letter) => one.at,
            cell: (one: Letter) => <When at={one.at} />,
          },
        ]}
      />
    </Card>
  )
}
