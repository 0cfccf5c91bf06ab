import type { Texts } from '../../i18n/translate.ts';
import type { CitySummary } from '../../questions/city-summary.ts';
import type { OverlayName } from '../../questions/map-calls.ts';
import { capitalised } from '../common/object-name.ts';

/** The layer's name; districts are called as the city calls its levels. */
export function nameOfLayer(summary: CitySummary, layer: OverlayName, t: Texts): string {
  const { levels } = summary.identity;
  if (layer !== 'districts' || levels.length === 0) return t(`layers.${layer}`);
  return capitalised(levels.map((level) => level[t.language].plural).join(', '));
}

/** How many objects the layer holds; `null` while that is not known. */
export function countOfLayer({ counts }: CitySummary, layer: OverlayName, t: Texts): string | null {
  switch (layer) {
    case 'districts':
      return counts.districtsByLevel.length === 0
        ? null
        : counts.districtsByLevel.map((count) => t.format.number(count)).join(' + ');
    case 'houses':
      return t.format.number(counts.houses);
    case 'supplyAreas':
      return t.format.number(counts.supplyAreas);
    case 'sites':
      return t.format.number(counts.sites);
    case 'plots':
      return t.format.number(counts.plots);
    case 'population':
      return t.count('layers.cells', counts.demandPoints);
  }
}

/** Roles of sources that a layer may come from, the most telling first. */
const ROLES_BY_LAYER: Readonly<Record<Exclude<OverlayName, 'population'>, readonly string[]>> = {
  districts: ['districts', 'osm'],
  houses: ['facilities', 'osm'],
  supplyAreas: ['supply-areas', 'osm'],
  sites: ['sites'],
  plots: ['plots'],
};

/** Date of the newest source of the layer; the population's is its reference date. `null` = not stated. */
export function dateOfLayer(summary: CitySummary, layer: OverlayName): string | null {
  if (layer === 'population') return summary.identity.referenceDate;
  const role = ROLES_BY_LAYER[layer].find((name) => summary.sources.some(({ usedFor }) => usedFor.includes(name)));
  const isOnly = summary.sources.length === 1;
  const dates = summary.sources
    .filter(({ usedFor }) => isOnly || (role !== undefined && usedFor.includes(role)))
    .map((source) => source.date)
    .filter((date) => date !== null);
  return dates.sort().at(-1) ?? null;
}
