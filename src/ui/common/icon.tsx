/** Line drawings on a 20 × 20 grid, 1.6 wide, in the colour of the text around them. Always beside a name, never the name itself. */
const PATHS = {
  search: 'M8.5 3.5a5 5 0 1 1 0 10 5 5 0 0 1 0-10ZM12.3 12.3 17 17',
  close: 'M5 5l10 10M15 5 5 15',
  gaps: 'M3 16.5V9h3.5v7.5M8.2 16.5V5h3.5v11.5M13.5 16.5v-5H17v5M2.5 16.5h15',
  sites: 'M3 16.5V8l5-2.5v11M8 16.5v-13l9 4v9M2.5 16.5h15M11 10h3M11 13h3',
  measures: 'M10 17.5s-5-5.2-5-9a5 5 0 0 1 10 0c0 3.8-5 9-5 9ZM10 6.3v4.4M7.8 8.5h4.4',
  needs: 'M3.5 4h13v9.5H9L5.5 17v-3.5h-2ZM7 7.3h6M7 10.2h4',
  indicators: 'M4 4.5h12M4 10h12M4 15.5h12M7.5 2.8v3.4M13 8.3v3.4M6 13.8v3.4',
  plans: 'M3 6V4h5l1.5 2H17v10H3ZM3 8.5h14M7 12h6',
  table: 'M3 4.5h14v11H3zM3 8h14M3 11.7h14M8 8v7.5',
  copy: 'M7 7h9v9H7zM13 7V4H4v9h3',
  download: 'M10 3v9M6.5 8.8 10 12.3l3.5-3.5M3.5 16.5h13',
  upload: 'M10 12.3v-9M6.5 6.5 10 3l3.5 3.5M3.5 16.5h13',
  lock: 'M5 9h10v7.5H5zM7 9V6.5a3 3 0 0 1 6 0V9',
  rule: 'M5 3.5h10v13H5zM8 7h4M8 10h4M8 13h2',
  person: 'M10 3.2a3.3 3.3 0 1 1 0 6.6 3.3 3.3 0 0 1 0-6.6ZM3.5 16.8c.6-3.2 3.2-4.8 6.5-4.8s5.9 1.6 6.5 4.8',
  undo: 'M7 4 3.5 7.5 7 11M3.5 7.5H12a4.5 4.5 0 0 1 0 9H8',
  redo: 'M13 4l3.5 3.5L13 11M16.5 7.5H8a4.5 4.5 0 0 0 0 9h4',
  back: 'm12.5 4.5-5.5 5.5 5.5 5.5',
  up: 'm5 12 5-5 5 5',
  down: 'm5 8 5 5 5-5',
  layers: 'M10 3 2.5 7 10 11l7.5-4L10 3ZM3 10.5l7 3.7 7-3.7M3 13.8l7 3.7 7-3.7',
  houses: 'M3.5 9.5 10 4l6.5 5.5M5.5 8.5V16h9V8.5M8.5 16v-4h3v4',
  data: 'M4 5.5C4 4.1 6.7 3 10 3s6 1.1 6 2.5S13.3 8 10 8 4 6.9 4 5.5ZM4 5.5v9C4 15.9 6.7 17 10 17s6-1.1 6-2.5v-9M4 10c0 1.4 2.7 2.5 6 2.5s6-1.1 6-2.5',
  link: 'M8.5 11.5a3 3 0 0 0 4.2 0l2.6-2.6a3 3 0 0 0-4.2-4.2l-1 1M11.5 8.5a3 3 0 0 0-4.2 0l-2.6 2.6a3 3 0 0 0 4.2 4.2l1-1',
  help: 'M7.5 7.5A2.5 2.5 0 1 1 10 10.2v1.6M10 14.8v.1M10 2.5a7.5 7.5 0 1 1 0 15 7.5 7.5 0 0 1 0-15Z',
  plus: 'M10 4v12M4 10h12',
  minus: 'M4 10h12',
  north: 'M10 2.5 13.5 10 10 17.5 6.5 10 10 2.5ZM6.5 10h7',
  fit: 'M3.5 7V3.5H7M13 3.5h3.5V7M16.5 13v3.5H13M7 16.5H3.5V13M7.5 7.5h5v5h-5z',
  outside: 'M8 4H4v12h12v-4M11.5 3.5h5v5M16 4l-7 7',
  next: 'm7.5 4.5 5.5 5.5-5.5 5.5',
  check: 'm4 10.5 4 4 8-9',
  warning: 'M10 3 2.5 16.5h15L10 3ZM10 8v4M10 14.3v.1',
  info: 'M10 9v5M10 6v.1M10 2.5a7.5 7.5 0 1 1 0 15 7.5 7.5 0 0 1 0-15Z',
  target: 'M10 4.5a5.5 5.5 0 1 1 0 11 5.5 5.5 0 0 1 0-11ZM10 2v4M10 14v4M2 10h4M14 10h4',
} as const;

export type IconName = keyof typeof PATHS;

export function Icon({ name, className }: { readonly name: IconName; readonly className?: string }) {
  return (
    <svg className={`icon ${className ?? ''}`} viewBox="0 0 20 20" aria-hidden="true" focusable="false">
      <path d={PATHS[name]} />
    </svg>
  );
}
