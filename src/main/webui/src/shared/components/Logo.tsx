/** The mark: a P drawn as a path between two people. */
export function Logo({ size = 26 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden>
      <rect width="32" height="32" rx="8" fill="#0f766e" />
      <path
        d="M9 23V10.5A1.5 1.5 0 0 1 10.5 9H17a5 5 0 0 1 0 10h-3"
        fill="none"
        stroke="#fff"
        strokeWidth="3"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
      <circle cx="9" cy="23" r="2.6" fill="#5eead4" />
      <circle cx="22.5" cy="23" r="2.6" fill="#5eead4" />
    </svg>
  );
}
