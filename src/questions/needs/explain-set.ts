import { createReachFinder } from '../../engine/reach/reach-lists.ts';
import { fail } from '../../shared/problem.ts';
import { type Candidate, candidateOf, pairCell, pairOf, pairsOf } from './bundle-candidates.ts';
import { type Land, landById } from './bundle-places.ts';
import type { BundleQuestion, BundleRules, Misfit, Obstacle, SetVerdict } from './need-calls.ts';
import { MISFITS } from './need-calls.ts';
import { comparePlaces, hasRoom, nearOf, neededSquareMeters, proposalOf, type WalkModel } from './propose-bundles.ts';

/** Two needs are measured on foot up to so many times the walk of the rules. */
const MEASURED_TIMES = 3;

/**
 * Whether a set that a person chose fits, and what keeps it apart: every obstacle, the deciding kind first. The rules are those of
 * `proposeBundles`. Throws `plan.object-unknown` for a need that the question does not hold, `plan.bundle-too-small` for fewer than two.
 */
export function explainSet(
  model: WalkModel,
  land: readonly Land[],
  question: BundleQuestion & { readonly needIds: readonly string[] },
): SetVerdict {
  const { rules } = question;
  const needIds = [...new Set(question.needIds)].sort();
  if (needIds.length < 2) fail('plan.bundle-too-small', { found: needIds.length });
  const bundled = new Set(question.bundledIds);
  const named = landById(land);
  const candidates: Candidate[] = [];
  const obstacles: Obstacle[] = [];
  for (const id of needIds) {
    const need = question.needs.find((known) => known.id === id);
    if (need === undefined) return fail('plan.object-unknown', { collection: 'needs', id });
    const found = candidateOf(need, bundled, named);
    if (typeof found === 'string') obstacles.push({ misfit: 'blocked', needIds: [id], block: found });
    else candidates.push(found);
  }
  for (const [a, b] of pairsOf(candidates)) obstacles.push(...betweenTwo(a, b, rules));
  const places = candidates.length < 2 ? null : placesFor(model, land, candidates, rules);
  if (places !== null) obstacles.push(...places.obstacles);
  const order = (misfit: Misfit) => MISFITS.indexOf(misfit);
  return {
    rules,
    needIds,
    proposal: obstacles.length === 0 && places?.best !== undefined ? proposalOf(places.best, rules) : null,
    obstacles: obstacles.sort((a, b) => order(a.misfit) - order(b.misfit)),
    pairs: pairsOf(candidates).map(([a, b]) => pairOf(a, b)),
  };
}

function betweenTwo(a: Candidate, b: Candidate, rules: BundleRules): Obstacle[] {
  const needIds = [a.need.id, b.need.id];
  const found: Obstacle[] = [];
  const cell = pairCell(a, b);
  if (cell === 'conflict') found.push({ misfit: 'noise', needIds });
  if (cell === 'neutral') found.push({ misfit: 'neutral', needIds });
  const monthsApart = Math.abs(a.month - b.month);
  if (monthsApart > rules.monthsApart) found.push({ misfit: 'dates', needIds, monthsApart });
  return found;
}

/** The best place for all, or why there is none: none within reach of all, or none large enough. */
function placesFor(model: WalkModel, land: readonly Land[], candidates: readonly Candidate[], rules: BundleRules) {
  const open = land.filter(({ isOpen, areaSquareMeters }) => isOpen && areaSquareMeters !== null);
  const needIds = candidates.map(({ need }) => need.id);
  const common = nearOf(model, open, candidates, rules.walkMeters).flatMap((near, i) =>
    near.length === candidates.length
      ? [{ members: candidates, land: open[i]!, walkMeters: near.map(({ meters }) => meters) }]
      : [],
  );
  if (common.length === 0) {
    const obstacle: Obstacle = { misfit: 'distance', needIds, walkMeters: longestWalk(model, candidates, rules) };
    return { obstacles: [obstacle] };
  }
  const fitting = common.filter((found) => hasRoom(candidates, found.land, rules)).sort(comparePlaces);
  if (fitting.length > 0) return { obstacles: [], best: fitting[0]! };
  const largest = common.reduce((a, b) => (b.land.areaSquareMeters! > a.land.areaSquareMeters! ? b : a)).land;
  const obstacle: Obstacle = {
    misfit: 'area',
    needIds,
    neededSquareMeters: Math.round(neededSquareMeters(candidates, rules)),
    placeSquareMeters: Math.round(largest.areaSquareMeters!),
    placeName: largest.name,
  };
  return { obstacles: [obstacle] };
}

/** Whole metres on foot between the two needs that lie farthest apart; `null` beyond what is measured. */
function longestWalk(model: WalkModel, candidates: readonly Candidate[], rules: BundleRules): number | null {
  const { x, y } = model.project(candidates.map(({ position }) => position));
  const attached = model.attach(x, y);
  const limitDecimeters = Math.round(rules.walkMeters * 10 * MEASURED_TIMES);
  const finder = createReachFinder(model.graph, attached, { limitDecimeters, detourFactor: 1.2 });
  let longest = 0;
  for (let i = 0; i < candidates.length; i++) {
    const { points, decimeters } = finder.findOne(attached, i);
    if (points.length < candidates.length) return null;
    longest = Math.max(longest, ...decimeters);
  }
  return Math.round(longest / 10);
}
