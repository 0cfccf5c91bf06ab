import type { Random } from '../../shared/random.ts';
import { ringOf } from './faces.ts';
import { COMPASS, cm, distanceToSegment, insideRing, type Line, type Vec } from './geometry.ts';
import type { Town } from './town.ts';

/** A lake with its outline. */
export interface Lake {
  readonly ring: Line;
  readonly name: string;
  readonly face: number;
}

const NAMES = [
  'Baggersee',
  'Stadtsee',
  'Moorweiher',
  'Schilfsee',
  'Mühlweiher',
  'Forstweiher',
  'Seerosenteich',
  'Klostersee',
];

/** A few lakes in open land, clear of paths. */
export function createLakes(town: Town, random: Random): Lake[] {
  const wanted = Math.min(24, Math.max(1, Math.round(6 * town.layout.frame.scale)));
  const open = town.uses.flatMap((use, face) => {
    const area = town.faces.areas[face]!;
    const fits = (use === 'meadow' || use === 'field' || use === 'forest') && area > 70_000 && area < 2_000_000;
    return fits && town.territory.inCity[face] ? [face] : [];
  });
  const lakes: Lake[] = [];
  for (let tries = 0; tries < 200 && lakes.length < wanted && open.length > 0; tries++) {
    const face = random.pick(open);
    if (lakes.some((l) => l.face === face)) continue;
    const ring = shoreIn(town, face, random);
    if (ring) lakes.push({ ring, face, name: NAMES[lakes.length % NAMES.length]! });
  }
  return lakes;
}

/** A round shore about the face's middle, as large as its surroundings allow. */
function shoreIn(town: Town, face: number, random: Random): Vec[] | null {
  const ring = ringOf(town.layout.graph, town.faces, face);
  const [x, y] = town.faces.inner[face]!;
  if (!insideRing(ring, x, y)) return null;
  let room = Number.POSITIVE_INFINITY;
  ring.forEach((p, i) => {
    room = Math.min(room, distanceToSegment(x, y, p, ring[(i + 1) % ring.length]!));
  });
  const reach = Math.min(330, room - 25);
  if (reach < 60) return null;
  const shore: Vec[] = [];
  const [wide, turn] = [random.between(0.55, 0.8), random.below(COMPASS.length)];
  COMPASS.forEach((a, k) => {
    const b = COMPASS[(k + 1) % COMPASS.length]!;
    for (const t of [0, 0.5]) {
      const [ux, uy] = [a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t];
      const [mx, my] = COMPASS[turn]!;
      const along = ux * mx + uy * my;
      const bend = 0.86 + 0.13 * town.layout.terrain.noise(x + ux * 300, y + uy * 300, 170);
      const radius = reach * bend * (wide + (1 - wide) * along * along);
      shore.push([cm(x + ux * radius), cm(y + uy * radius)]);
    }
  });
  return shore;
}
