import { maximumServed } from '../../engine/models/strict-shortage.ts';
import type { GapDetails } from './compute-gaps.ts';

/**
 * Demand of the city that would stay without a place even under perfect distribution, in the unit of the service; `null` where the model
 * has no allocation or no capacity is known. Exact maximum flow, started from the allocation.
 */
export function strictShortage({ allocation, pairs, asked, knownCapacity }: GapDetails): number | null {
  if (allocation === null || pairs === null || knownCapacity.length === 0) return null;
  const total = asked.reduce((sum, value) => sum + value, 0);
  return Math.max(0, total - maximumServed(asked, knownCapacity, pairs, allocation.flow));
}
