/** Shapes drawn once a page and used by reference: stances and icons. */
export function StanceSymbols() {
  return (
    <svg width="0" height="0" className="defs" aria-hidden="true">
      <defs>
        <symbol id="st-support" viewBox="0 0 16 16">
          <circle cx="8" cy="8" r="6.6" fill="currentColor" />
        </symbol>
        <symbol id="st-support-with-wording" viewBox="0 0 16 16">
          <circle cx="8" cy="8" r="6" fill="none" stroke="currentColor" strokeWidth="1.6" />
          <path d="M8 2a6 6 0 0 0 0 12z" fill="currentColor" />
        </symbol>
        <symbol id="st-reservation" viewBox="0 0 16 16">
          <path d="M8 1.3 14.7 8 8 14.7 1.3 8z" fill="none" stroke="currentColor" strokeWidth="1.7" />
        </symbol>
        <symbol id="st-does-not-support" viewBox="0 0 16 16">
          <path
            d="M2.6 2.6 13.4 13.4M13.4 2.6 2.6 13.4"
            fill="none"
            stroke="currentColor"
            strokeWidth="2.6"
          />
        </symbol>
        <symbol id="st-position-reserved" viewBox="0 0 16 16">
          <circle
            cx="8"
            cy="8"
            r="6.2"
            fill="none"
            stroke="currentColor"
            strokeWidth="1.9"
            strokeDasharray="1.9 1.97"
          />
        </symbol>
        <symbol id="st-not-stated" viewBox="0 0 16 16">
          <path d="M3.2 8h9.6" stroke="currentColor" strokeWidth="1.7" fill="none" />
        </symbol>
        <symbol id="st-not-taking-part" viewBox="0 0 16 16">
          <path d="M3 3h10v10H3zM13 3 3 13" fill="none" stroke="currentColor" strokeWidth="1.5" />
        </symbol>
        <symbol id="i-check" viewBox="0 0 16 16">
          <path d="m2.5 8.5 3.5 3.5 7.5-8" />
        </symbol>
        <symbol id="i-comment" viewBox="0 0 16 16">
          <path d="M2.5 3.5h11V11H7l-3 2.5V11H2.5z" />
        </symbol>
        <symbol id="i-next" viewBox="0 0 16 16">
          <path d="m6 3 5 5-5 5" />
        </symbol>
        <symbol id="i-back" viewBox="0 0 16 16">
          <path d="M10 3 5 8l5 5" />
        </symbol>
        <symbol id="i-list" viewBox="0 0 16 16">
          <path d="M2.5 4h11M2.5 8h11M2.5 12h7" />
        </symbol>
        <symbol id="i-off" viewBox="0 0 16 16">
          <path d="M4.5 12.5h7a2.7 2.7 0 0 0 .6-5.3A4 4 0 0 0 4.5 6.5a3 3 0 0 0 0 6zM2 2l12 12" />
        </symbol>
        <symbol id="i-send" viewBox="0 0 16 16">
          <path d="M2.5 8h11M9 3.500 13.500 8 9 12.500" />
        </symbol>
        <symbol id="i-pencil" viewBox="0 0 16 16">
          <path d="M3 13l.7-3L10.500 3.200l2.300 2.300L6 12.300z" />
        </symbol>
        <symbol id="i-alert" viewBox="0 0 16 16">
          <path d="M8 3v6M8 11.500v1.500" />
        </symbol>
        <symbol id="i-lock" viewBox="0 0 16 16">
          <path d="M3.5 7.5h9v6h-9zM5.500 7.500v-2a2.500 2.500 0 0 1 5 0v2" />
        </symbol>
      </defs>
    </svg>
  );
}
