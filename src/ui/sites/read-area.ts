import type { Area } from '../../city/types.ts';
import { parseCoordinates } from '../../questions/parse-coordinates.ts';
import { type Problem, problem } from '../../shared/problem.ts';
import { areaOfCorners } from './area-text.ts';

/** Corners, one to a line, in any way in which the search understands a place; an empty text is no area yet. */
export function readArea(text: string, epsg: number): { readonly area: Area | null } | { readonly problem: Problem } {
  const lines = text.split('\n').map((line, i) => ({ line: line.trim(), number: i + 1 }));
  const corners: (readonly number[])[] = [];
  for (const { line, number } of lines) {
    if (line === '') continue;
    const position = parseCoordinates(line, epsg);
    if (position === null) return { problem: problem('site.coordinates-invalid', { found: line, line: number }) };
    corners.push(position);
  }
  if (corners.length === 0) return { area: null };
  const area = areaOfCorners(corners);
  return area === null ? { problem: problem('site.corners-missing', { found: corners.length }) } : { area };
}
