import { type Editor as Core, EditorContent, useEditor, useEditorState } from '@tiptap/react'
import StarterKit from '@tiptap/starter-kit'
import { Bold, Heading2, Heading3, Italic, List, ListOrdered, Quote, Redo2, Undo2 } from 'lucide-react'
import type { ReactNode } from 'react'
import { IconButton } from '../../../ui/parts/Button.tsx'
import type { Body } from '../rules.ts'

type EditorProps = { body: Body; onChange: (body: Body) => void; label: string }

const extensions = [
  StarterKit.configure({
    heading: { levels: [2, 3] },
    link: { openOnClick: false, protocols: ['https', 'mailto'] },
    ...{ code: false, codeBlock: false, horizontalRule: false, strike: false, underline: false },
  }),
]

/** Paragraphs, headings, lists and quotes, by mouse and by keyboard. */
export function Editor({ body, onChange, label }: EditorProps) {
  const editor = useEditor({
    extensions,
    content: body,
    // Its style element is refused by the content policy; the look has what it needs.
    injectCSS: false,
    editorProps: {
      attributes: {
        'aria-label': label,
        'aria-multiline': 'true',
        role: 'textbox',
        class: 'written-editor min-h-64 px-3 py-2 outline-none',
      },
    },
    onUpdate: ({ editor: now }) => onChange(now.getJSON() as Body),
  })
  if (!editor) return null
  return (
    <div className="overflow-hidden rounded-md border border-line bg-surface focus-within:border-line-strong">
      <Tools editor={editor} />
      <EditorContent editor={editor} />
    </div>
  )
}

type Tool = { label: string; icon: ReactNode; isOn: boolean; run: () => void }

function Tools({ editor }: { editor: Core }) {
  const on = useEditorState({
    editor,
    selector: ({ editor: now }) => ({
      bold: now.isActive('bold'),
      italic: now.isActive('italic'),
      h2: now.isActive('heading', { level: 2 }),
      h3: now.isActive('heading', { level: 3 }),
      bullets: now.isActive('bulletList'),
      numbers: now.isActive('orderedList'),
      quote: now.isActive('blockquote'),
    }),
  })
  const chain = () => editor.chain().focus()
  const tools: Tool[] = [
    {
      label: 'Heading',
      icon: <Heading2 size={14} />,
      isOn: on.h2,
      run: () => chain().toggleHeading({ level: 2 }).run(),
    },
    {
      label: 'Subheading',
      icon: <Heading3 size={14} />,
      isOn: on.h3,
      run: () => chain().toggleHeading({ level: 3 }).run(),
    },
    { label: 'Bold', icon: <Bold size={14} />, isOn: on.bold, run: () => chain().toggleBold().run() },
    { label: 'Italic', icon: <Italic size={14} />, isOn: on.italic, run: () => chain().toggleItalic().run() },
    {
      label: 'Bullets',
      icon: <List size={14} />,
      isOn: on.bullets,
      run: () => chain().toggleBulletList().run(),
    },
    {
      label: 'Numbers',
      icon: <ListOrdered size={14} />,
      isOn: on.numbers,
      run: () => chain().toggleOrderedList().run(),
    },
    {
      label: 'Quote',
      icon: <Quote size={14} />,
      isOn: on.quote,
      run: () => chain().toggleBlockquote().run(),
    },
    { label: 'Undo', icon: <Undo2 size={14} />, isOn: false, run: () => chain().undo().run() },
    { label: 'Redo', icon: <Redo2 size={14} />, isOn: false, run: () => chain().redo().run() },
  ]
  return (
    <div
      role="toolbar"
      aria-label="Formatting"
      className="flex flex-wrap gap-0.5 border-b border-line px-1 py-1"
    >
      {tools.map(({ label, icon, isOn, run }) => (
        <IconButton key={label} small label={label} aria-pressed={isOn} onClick={run}>
          {icon}
        </IconButton>
      ))}
    </div>
  )
}
