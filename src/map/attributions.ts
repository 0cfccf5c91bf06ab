import type { CitySummary } from '../questions/city-summary.ts';

/** What the map's sources ask to be named as, each once, in the order of the manifest. */
export function attributions(summary: Pick<CitySummary, 'sources'>): string[] {
  return [...new Set(summary.sources.map(({ attribution }) => attribution).filter((text) => text !== ''))];
}

/** To be added while the official background map is on. */
export const OFFICIAL_ATTRIBUTION = '© basemap.de / BKG (CC BY 4.0)';
