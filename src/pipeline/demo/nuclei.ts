import type { Random } from '../../shared/random.ts';
import type { Frame } from './frame.ts';
import { distance, type Vec } from './geometry.ts';
import { fractal } from './noise.ts';
import { sampleRaster } from './raster.ts';
import { borderRadius, type Terrain } from './terrain.ts';

/** What a part of the city grew from, which decides its streets and houses. */
export type NucleusKind = 'old-town' | 'founder' | 'rows' | 'garden' | 'villa' | 'slab' | 'village' | 'industry';

/** A centre around which the city grew: market place, village church, estate. */
export interface Nucleus {
  readonly at: Vec;
  readonly kind: NucleusKind;
  /** How far its houses reach. */
  readonly reach: number;
  readonly inside: boolean;
}

function kindAt(frame: Frame, terrain: Terrain, at: Vec, far: number, chance: number): NucleusKind {
  const flat = sampleRaster(terrain.slope, at[0], at[1]) < 0.05;
  const nearRiver = sampleRaster(terrain.riverDistance, at[0], at[1]) < 900 * terrain.stretch;
  const share = far / frame.cityRadius;
  if (share < 0.19) return 'founder';
  if (nearRiver && flat && share > 0.22 && chance < 0.34) return 'industry';
  const steep = sampleRaster(terrain.slope, at[0], at[1]) > 0.085;
  if (share < 0.42) return steep ? 'villa' : chance < 0.42 ? 'founder' : chance < 0.78 ? 'rows' : 'garden';
  if (steep) return chance < 0.5 ? 'villa' : 'village';
  if (chance > 0.86 && share < 0.85) return 'slab';
  if (chance > 0.72) return 'rows';
  if (chance > 0.52) return 'garden';
  return 'village';
}

function spacingAt(frame: Frame, far: number, inside: boolean): number {
  if (!inside) return 1800;
  const share = far / frame.cityRadius;
  return share < 0.2 ? 780 : share < 0.42 ? 860 : 1180;
}

function reachOf(kind: NucleusKind, inside: boolean, random: Random): number {
  if (!inside) return random.between(330, 640);
  switch (kind) {
    case 'village':
      return random.between(560, 980);
    case 'slab':
      return random.between(560, 760);
    case 'industry':
      return random.between(600, 950);
    case 'garden':
    case 'villa':
      return random.between(600, 850);
    case 'old-town':
    case 'founder':
    case 'rows':
      return random.between(700, 1000);
  }
}

/**
 * Throws settlement centres on the land: dense in the middle, apart outside, none in the river, on steep slopes or in the large
 * woods. The first one is the old town at the origin.
 */
export function createNuclei(frame: Frame, terrain: Terrain, random: Random): Nucleus[] {
  const small = Math.min(1, Math.max(0.45, frame.cityRadius / 3500));
  const nuclei: Nucleus[] = [{ at: [0, 0], kind: 'old-town', reach: 900 * small, inside: true }];
  const tries = Math.round(20_000 * Math.max(0.05, frame.scale));
  for (let k = 0; k < tries; k++) {
    const x = random.between(-1, 1) * frame.domainRadius;
    const y = random.between(-1, 1) * frame.domainRadius;
    const chance = random.next();
    const far = Math.sqrt(x * x + y * y);
    if (far > frame.domainRadius - 350) continue;
    const border = borderRadius(frame, terrain, x, y);
    const inside = far < border - 150;
    if (!inside && far < border + 450) continue;
    if (sampleRaster(terrain.slope, x, y) > 0.13) continue;
    if (sampleRaster(terrain.riverDistance, x, y) < 170) continue;
    const wild = fractal(terrain.noise, x + 3000, y + 9000, 4600 * terrain.stretch);
    if (far > 0.36 * frame.cityRadius && wild > 0.24) continue;
    const apart = spacingAt(frame, far, inside) * small;
    if (nuclei.some((n) => distance(n.at, [x, y]) < apart)) continue;
    const kind = inside ? kindAt(frame, terrain, [x, y], far, chance) : chance < 0.25 ? 'garden' : 'village';
    nuclei.push({ at: [Math.round(x), Math.round(y)], kind, reach: reachOf(kind, inside, random) * small, inside });
  }
  return nuclei;
}
