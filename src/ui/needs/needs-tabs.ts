import { type ComponentType, type LazyExoticComponent, lazy } from 'react';
import type { NeedsTabName } from './needs-store.ts';

interface NeedsTab {
  readonly name: NeedsTabName;
  /** It takes the whole width of the map. */
  readonly isWide: boolean;
  readonly Section: LazyExoticComponent<ComponentType>;
}

/** The tabs of the panel Bedarfe, in their order; each is fetched when it is opened. */
export const TABS: readonly NeedsTab[] = [
  {
    name: 'list',
    isWide: false,
    Section: lazy(async () => ({ default: (await import('./list-section.tsx')).ListSection })),
  },
  {
    name: 'board',
    isWide: true,
    Section: lazy(async () => ({ default: (await import('./board-section.tsx')).BoardSection })),
  },
  {
    name: 'bundles',
    isWide: false,
    Section: lazy(async () => ({ default: (await import('./bundles/bundles-section.tsx')).BundlesSection })),
  },
  {
    name: 'ranking',
    isWide: true,
    Section: lazy(async () => ({ default: (await import('./ranking/ranking-section.tsx')).RankingSection })),
  },
  {
    name: 'sheet',
    isWide: true,
    Section: lazy(async () => ({ default: (await import('./sheet/sheet-section.tsx')).SheetSection })),
  },
];
