/** Five lines would be a staff; three and a rising melody are enough at this size. */
export function Mark({ size = 20 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true" className="shrink-0">
      <rect width="32" height="32" rx="8" fill="var(--accent)" />
      <g fill="#fff">
        <rect x="7" y="9" width="18" height="2" rx="1" opacity=".45" />
        <rect x="7" y="15" width="18" height="2" rx="1" opacity=".45" />
        <rect x="7" y="21" width="18" height="2" rx="1" opacity=".45" />
        <circle cx="11" cy="22" r="3" />
        <circle cx="17" cy="16" r="3" />
        <circle cx="23" cy="10" r="3" />
      </g>
    </svg>
  )
}
