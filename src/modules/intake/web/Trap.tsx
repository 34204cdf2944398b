/** Out of sight and out of the order of Tab: whatever fills it in is a machine. */
export const Trap = ({ value, onChange }: { value: string; onChange: (text: string) => void }) => (
  <div aria-hidden="true" className="absolute -left-[9999px] size-px overflow-hidden">
    <input
      type="text"
      name="website"
      tabIndex={-1}
      autoComplete="off"
      value={value}
      onChange={(event) => onChange(event.target.value)}
    />
  </div>
)
