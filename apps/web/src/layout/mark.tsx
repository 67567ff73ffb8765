/** The mark: a boat that hangs its goods on a rod. It stands on river only. */
export const Mark = () => (
  <svg class="mark" viewBox="0 0 36 36" width="36" height="36" aria-hidden="true" focusable="false">
    <path class="mark-rod" d="M2 5h32" stroke-width="3" />
    <path class="mark-rod" d="M8.5 5v5M18 5v8M27.5 5v3" stroke-width="1.8" />
    <circle class="mark-fruit" cx="8.5" cy="13.2" r="4" />
    <path class="mark-tag" d="M15.6 13h4.8l2.1 2.3v6.2h-9v-6.2z" />
    <path class="mark-leaf" d="M27.5 8c4 3 4 8.5 0 12c-4-3.5-4-9 0-12z" />
    <path
      class="mark-hull"
      d="M1.5 23.5c4.2 1.7 9.8 2.5 16.5 2.5s12.3-.8 16.5-2.5c-1.6 5.6-5 8.7-9.5 8.7H11c-4.5 0-7.9-3.1-9.5-8.7z"
    />
    <circle class="mark-eye" cx="7.6" cy="27.6" r="1.5" />
  </svg>
);
