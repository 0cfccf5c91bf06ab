import type { Feature, FeatureCollection } from 'geojson';
import type { ShownNeed } from './need-picture.ts';
import { needSymbolId } from './need-symbols.ts';

/** Symbols side by side at one place; further ones are counted at the last. */
export const SLOTS = 6;

/**
 * Points and areas of needs. Those at one place (a district, a site) stand side by side in the order given, the selected one first; what is
 * more than {@link SLOTS} is counted.
 */
export function needFeatures(needs: readonly ShownNeed[]): FeatureCollection {
  const groups = new Map<string, ShownNeed[]>();
  for (const need of needs) {
    const key = need.position.map((degrees) => degrees.toFixed(5)).join(' ');
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [need]);
    else if (need.selected) group.unshift(need);
    else group.push(need);
  }
  const features: Feature[] = [];
  for (const group of groups.values()) {
    const shown = group.slice(0, SLOTS);
    const rest = group.length - shown.length;
    shown.forEach(({ id, position, stage, letter, overdue, label, selected }, slot) => {
      const isLast = slot === shown.length - 1;
      features.push({
        type: 'Feature',
        geometry: { type: 'Point', coordinates: [...position] },
        properties: {
          id,
          icon: needSymbolId({ stage, letter, overdue }),
          // Names of several at one place would lie on each other.
          label: group.length === 1 || selected ? label : '',
          more: isLast && rest > 0 ? `+${rest}` : '',
          slot,
          selected,
        },
      });
    });
  }
  for (const { id, area, selected } of needs)
    if (area !== null) features.push({ type: 'Feature', geometry: area, properties: { id, selected } });
  return { type: 'FeatureCollection', features };
}
