import type { ContextPoint } from '../../../city/types.ts';
import type { Random } from '../../../shared/random.ts';
import { distance, type Vec } from '../geometry.ts';
import { DEMO_SOURCE } from '../identity.ts';
import type { Way } from '../ways.ts';
import { nearTo, pickSpot, type ServiceGround } from './places.ts';

const SHOPS = ['Frischemarkt', 'Kaufladen', 'Nahkauf am Eck', 'Marktkauf', 'Lebensmittelmarkt'];

/** Shops, pharmacies, stops, crossings, churches and hospitals: for checklists, without a Kennwert. */
export function createContextPoints(ground: ServiceGround, ways: readonly Way[], random: Random): ContextPoint[] {
  const { town } = ground;
  const points: ContextPoint[] = [];
  const counts = new Map<string, number>();
  const add = (kind: ContextPoint['kind'], name: string | null, at: Vec) => {
    const n = (counts.get(kind) ?? 0) + 1;
    counts.set(kind, n);
    points.push({ id: `demo:${kind}-${n}`, kind, name, position: town.geo.toLonLat(at), source: DEMO_SOURCE });
  };
  town.territory.quarters.forEach((quarter, k) => {
    const spots = ground.spotsByQuarter[k]!;
    const place = town.districts.quarterNames[k]!;
    const people = ground.people.byQuarter[k]!.reduce((a, b) => a + b, 0);
    const near = () => pickSpot(spots, random, nearTo(quarter.at));
    for (let i = 0; i < Math.max(people > 900 ? 1 : 0, Math.round(people / 3600)); i++) {
      const spot = near();
      if (spot) add('supermarket', `${random.pick(SHOPS)} ${place}`, spot.at);
    }
    for (let i = 0; i < Math.round(people / 4600 + 0.25); i++) {
      const spot = near();
      if (spot) add('pharmacy', `Apotheke ${ground.streetOfFace[spot.face] ?? place}`, spot.at);
    }
    if (random.next() < 0.35) add('market', `Wochenmarkt ${place}`, quarter.at);
    if (random.next() < 0.3) add('toilet', null, [quarter.at[0] + 22, quarter.at[1] + 14]);
  });
  town.uses.forEach((use, face) => {
    if (use === 'square')
      add('worship', random.next() < 0.5 ? 'Evangelische Kirche' : 'Katholische Kirche', town.faces.inner[face]!);
  });
  const hospitals = Math.max(town.layout.frame.scale > 0.15 ? 1 : 0, Math.round(8 * town.layout.frame.scale));
  const works = town.uses.flatMap((use, face) => (use === 'work' && town.territory.inCity[face] ? [face] : []));
  for (let i = 0; i < hospitals && works.length > 0; i++)
    add('hospital', `Klinikum Musterstadt, Haus ${i + 1}`, town.faces.inner[random.pick(works)]!);
  addStops(town, ways, random, add);
  return points;
}

/** Stops every 450 m along main roads and longer streets, crossings at some of their corners. */
function addStops(
  town: ServiceGround['town'],
  ways: readonly Way[],
  random: Random,
  add: (kind: ContextPoint['kind'], name: string | null, at: Vec) => void,
): void {
  const { graph } = town.layout;
  for (const station of town.layout.railways.stations)
    add('stop', station.central ? 'Hauptbahnhof' : 'Bahnhof', station.at);
  for (const way of ways) {
    const main = way.kind === 'primary' || way.kind === 'secondary' || way.kind === 'tertiary';
    if (!main && !(way.kind === 'residential' && way.length > 900)) continue;
    let due = 200;
    for (let i = 1; i < way.nodes.length; i++) {
      const [a, b] = [graph.at(way.nodes[i - 1]!), graph.at(way.nodes[i]!)];
      due -= distance(a, b);
      const isCorner = graph.incident[way.nodes[i]!]!.length > 2;
      if (main && isCorner && random.next() < 0.12) add('crossing', null, b);
      if (due > 0) continue;
      due = random.between(380, 520);
      const other = graph.incident[way.nodes[i]!]!.length > 2 ? 'Ecke ' : '';
      add('stop', way.name === null ? null : `${other}${way.name}`, b);
    }
  }
}
