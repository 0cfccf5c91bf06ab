/** The program's mark: three people under one roof. The favicon is the same drawing. */
export function Mark() {
  return (
    <svg className="mark" viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <rect width="32" height="32" rx="7" fill="#0b5c78" />
      <path
        d="M5.5 15.2 16 6.8l10.5 8.4"
        fill="none"
        stroke="#fbfaf7"
        strokeWidth="2.8"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
      <circle cx="9.6" cy="21.8" r="2.9" fill="#fbfaf7" />
      <circle cx="16" cy="18.4" r="2.9" fill="#fbfaf7" />
      <circle cx="22.4" cy="21.8" r="2.9" fill="#fbfaf7" />
    </svg>
  );
}
