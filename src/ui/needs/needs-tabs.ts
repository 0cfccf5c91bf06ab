import { type LaterScreen, later } from '../common/later.tsx';
import type { NeedsTabName } from './needs-store.ts';

interface NeedsTab {
  readonly name: NeedsTabName;
  /** It takes the whole width of the map. */
  readonly isWide: boolean;
  readonly Section: LaterScreen<object>;
}

/** The tabs of the panel Bedarfe, in their order; each is fetched when it is opened. */
export const TABS: readonly NeedsTab[] = [
  {
    name: 'list',
    isWide: false,
    Section: later(async () => (await import('./list-section.tsx')).ListSection),
  },
  {
    name: 'board',
    isWide: true,
    Section: later(async () => (await import('./board-section.tsx')).BoardSection),
  },
  {
    name: 'bundles',
    isWide: false,
    Section: later(async () => (await import('./bundles/bundles-section.tsx')).BundlesSection),
  },
  {
    name: 'ranking',
    isWide: true,
    Section: later(async () => (await import('./ranking/ranking-section.tsx')).RankingSection),
  },
  {
    name: 'sheet',
    isWide: true,
    Section: later(async () => (await import('./sheet/sheet-section.tsx')).SheetSection),
  },
];
