import type { District } from '../../city/types.ts';
import { areaSquareMeters, type ForwardProjection } from '../../shared/geometry/area-square-meters.ts';
import { subtractAreas } from '../../shared/geometry/clip-areas.ts';
import { fail, type Note, note } from '../../shared/problem.ts';
import { findOverlaps } from './find-overlaps.ts';

/** Share of the smaller district from which an overlap is an error of the source and not a sliver along a border. */
const LARGEST_SLIVER_SHARE = 0.01;

/**
 * Districts of one level without overlaps: slivers stay with the district whose id comes first and are cut off the other. One note with
 * the number and the names of those trimmed. Slivers of centimetres are left ({@link findOverlaps}). Throws `district.siblings-overlap` for more than 1 % of the smaller one.
 */
export function trimOverlaps<D extends District>(
  districts: readonly D[],
  projection: ForwardProjection,
  file: string,
  notes: Note[],
): D[] {
  const sorted = [...districts].sort((a, b) => (a.id < b.id ? -1 : 1));
  const trimmed = new Set<string>();
  let squareMeters = 0;
  for (const [i, j] of findOverlaps(sorted.map(({ geometry }) => geometry))) {
    const [first, second] = [sorted[i] as D, sorted[j] as D];
    const rest = subtractAreas(second.geometry, [first.geometry]);
    const [firstSize, secondSize, restSize] = [first.geometry, second.geometry, rest].map((area) =>
      area === null ? 0 : areaSquareMeters(area, projection),
    ) as [number, number, number];
    const share = (secondSize - restSize) / Math.min(firstSize, secondSize);
    if (rest === null || share > LARGEST_SLIVER_SHARE) {
      return fail('district.siblings-overlap', { other: first.name, share }, { file, feature: second.name });
    }
    sorted[j] = { ...second, geometry: rest };
    squareMeters += secondSize - restSize;
    trimmed.add(second.name);
  }
  if (trimmed.size > 0) {
    const names = [...trimmed].slice(0, 10).join(', ') + (trimmed.size > 10 ? ', …' : '');
    const params = { districts: names, squareMeters: Math.round(squareMeters) };
    notes.push(note('warning', 'district.siblings-trimmed', params, { where: { file }, count: trimmed.size }));
  }
  return sorted;
}
