import type { Area, Plot, Site } from '../../../city/types.ts';
import type { Random } from '../../../shared/random.ts';
import type { BlockUse } from '../block-uses.ts';
import { outlineOf } from '../faces.ts';
import { distance, type Vec } from '../geometry.ts';
import { DEMO_SOURCE } from '../identity.ts';
import type { Lake } from '../lakes.ts';
import { areasOfFaces, type Town } from '../town.ts';

interface SiteKind {
  readonly uses: readonly BlockUse[];
  readonly hectares: readonly [number, number];
  readonly perHectare: readonly [number, number];
  readonly share: number;
  readonly names: readonly string[];
}

const SITE_KINDS: readonly SiteKind[] = [
  {
    uses: ['meadow', 'field', 'allotments'],
    hectares: [1.2, 34],
    perHectare: [38, 92],
    share: 0.42,
    names: ['Neue Wiesen', 'Wohnen am Rand', 'Gartenquartier', 'Neues Quartier', 'Wohngebiet'],
  },
  {
    uses: ['work'],
    hectares: [0.8, 12],
    perHectare: [80, 150],
    share: 0.26,
    names: ['Quartier am Gleis', 'Alte Fabrik', 'Güterhof', 'Werkquartier', 'Konversion'],
  },
  {
    uses: ['homes'],
    hectares: [0.35, 1.6],
    perHectare: [45, 95],
    share: 0.32,
    names: ['Nachverdichtung', 'Ersatzneubau', 'Baulücke', 'Wohnhof', 'Aufstockung'],
  },
];

const OWNERS = [
  'Stadt Musterstadt',
  'Musterstädter Wohnungsbau GmbH',
  'Baugenossenschaft Heimat eG',
  'Projektentwicklung Südwest GmbH',
  'Erbengemeinschaft',
  'Land',
  null,
];

/** Date of the next step by stage of the procedure, and its name. */
const NEXT_STEPS = [
  'Vorprüfung in der AG',
  'Abfrage der Ämter',
  'Aufgabenprofil',
  'Rahmenplan',
  'Aufstellungsbeschluss',
  'Frühzeitige Beteiligung',
  'Auslegungsbeschluss',
  'Auslegung',
  'Städtebaulicher Vertrag',
  'Satzungsbeschluss',
  'Bauantrag',
  'Baubeginn',
  'Erstbezug',
  'Monitoring',
  null,
];

function pickFaces(
  town: Town,
  kind: SiteKind,
  count: number,
  taken: Vec[],
  lakes: readonly Lake[],
  random: Random,
): number[] {
  const fitting = town.uses.flatMap((use, face) => {
    const hectares = town.faces.areas[face]! / 10_000;
    const fits = kind.uses.includes(use) && hectares >= kind.hectares[0] && hectares <= kind.hectares[1];
    return fits &&
      town.territory.inCity[face] &&
      isCompact(town, face) &&
      !lakes.some((l) => l.face === face) &&
      touchesHomes(town, face)
      ? [face]
      : [];
  });
  const chosen: number[] = [];
  for (const apart of [900, 450, 150]) {
    for (let tries = 0; tries < 400 && chosen.length < count && fitting.length > 0; tries++) {
      const face = random.pick(fitting);
      const at = town.faces.inner[face]!;
      if (chosen.includes(face) || taken.some((t) => distance(t, at) < apart)) continue;
      chosen.push(face);
      taken.push(at);
    }
  }
  return chosen;
}

/** Is a block about as broad as long? (area against perimeter squared; 0.0625 for a square) */
function isCompact(town: Town, face: number): boolean {
  const ring = outlineOf(town.layout.graph, town.faces, face);
  const around = ring.reduce((sum, p, i) => sum + distance(p, ring[(i + 1) % ring.length]!), 0);
  return town.faces.areas[face]! > 0.033 * around * around;
}

function touchesHomes(town: Town, face: number): boolean {
  return town.faces.halfEdges[face]!.some((h) => {
    const other = town.faces.faceOfHalfEdge[h ^ 1]!;
    return other >= 0 && other !== face && town.uses[other] === 'homes';
  });
}

/** Shares of dwellings by year that add up to 1 exactly in thousandths. */
function phasesOf(dwellings: number, first: number, random: Random): Site['phases'] {
  const count = dwellings > 800 ? 5 : dwellings > 300 ? 3 : dwellings > 120 ? 2 : 1;
  const weights = Array.from({ length: count }, () => random.between(0.7, 1.3));
  const sum = weights.reduce((a, b) => a + b, 0);
  let left = 1000;
  return weights.map((w, i) => {
    const share = i === count - 1 ? left : Math.round((w / sum) * 1000);
    left -= share;
    return { year: first + i, share: share / 1000 };
  });
}

/** Stage by number: every stage occurs, the middle ones more often. */
function stageOf(k: number, random: Random): number {
  return k < 15 ? k : Math.min(14, Math.round(random.between(0, 8) + random.between(0, 6)));
}

function dwellingsOf(hectares: number, kind: SiteKind, random: Random): number {
  const wished = hectares * random.between(kind.perHectare[0], kind.perHectare[1]);
  return Math.min(2000, Math.max(20, Math.round(wished / 5) * 5));
}

/** Day of the next step; some are not set. */
function nextDay(random: Random): string | null {
  const day = `${2026 + random.below(2)}-${random.pick(['04', '06', '07', '09', '10', '11'])}-${random.pick(['05', '14', '21', '30'])}`;
  return random.next() < 0.2 ? null : day;
}

function isInForecast(stage: number, random: Random): boolean | null {
  if (stage >= 9) return true;
  if (stage < 3) return false;
  return random.next() < 0.3 ? null : random.next() < 0.4;
}

function siteAt(town: Town, face: number, geometry: Area, kind: SiteKind, k: number, random: Random): Site {
  const hectares = town.faces.areas[face]! / 10_000;
  const infill = kind.uses[0] === 'homes';
  const stage = infill ? random.pick([0, 1, 11, 11, 12, 13]) : stageOf(k, random);
  const dwellings = dwellingsOf(hectares, kind, random);
  const first = stage >= 13 ? 2025 : 2026 + Math.max(1, Math.round((13 - stage) * 0.75)) + random.below(2);
  const quarter = town.districts.quarterNames[town.territory.quarterOfFace[face]!]!;
  const isVague = stage < 2 && random.next() < 0.35;
  const chance = random.next();
  const nextStep = NEXT_STEPS[stage] ?? null;
  return {
    id: `demo:vorhaben-${k + 1}`,
    name: `${random.pick(kind.names)} ${quarter}`,
    geometry,
    stage,
    sideState: k % 11 === 5 ? 'dormant' : k % 19 === 7 ? 'abandoned' : null,
    infill,
    dwellings: isVague ? null : dwellings,
    dwellingsLost: !infill ? 0 : chance < 0.7 ? Math.round(dwellings * random.between(0, 0.4)) : null,
    floorAreaSquareMeters: isVague || chance < 0.2 ? null : dwellings * 95,
    subsidisedShare: infill || chance < 0.15 ? null : random.pick([0.2, 0.3, 0.3, 0.3, 0.4, 0.5]),
    dwellingType: infill || hectares < 1.5 ? 'MFH' : random.pick(['MFH', 'MFH', 'MFH', 'mixed', 'EFH'] as const),
    firstOccupancy: isVague ? null : first,
    phases: isVague ? [] : phasesOf(dwellings, first, random),
    owner: random.pick(OWNERS),
    inForecast: isInForecast(stage, random),
    nextStep,
    nextDate: nextStep === null ? null : nextDay(random),
    source: DEMO_SOURCE,
    grade: stage < 5 ? 'estimated' : 'official',
  };
}

/** Sixty development sites (at scale 1) in all stages. */
export function createSites(town: Town, lakes: readonly Lake[], random: Random): Site[] {
  const count = Math.max(2, Math.round(60 * Math.min(4, town.layout.frame.scale)));
  const taken: Vec[] = [];
  const draft: { face: number; kind: SiteKind }[] = [];
  for (const kind of SITE_KINDS) {
    for (const face of pickFaces(town, kind, Math.max(1, Math.round(count * kind.share)), taken, lakes, random))
      draft.push({ face, kind });
  }
  const areas = areasOfFaces(
    town,
    draft.map((d) => d.face),
  );
  return draft.map(({ face, kind }, k) => siteAt(town, face, areas[k]!, kind, k, random));
}

const PLOT_USES = [
  'Kita',
  'Kita',
  'Schule',
  'Jugendhaus',
  'Sozialen Zwecken dienende Gebäude',
  'Kirche',
  'Sport',
  'Feuerwehr',
  'Pflege',
  null,
];
const PLOT_OWNERS = [
  'Stadt Musterstadt',
  'Stadt Musterstadt',
  'Stadt Musterstadt',
  'Evangelische Kirche',
  'Katholische Kirche',
  'Land',
  'Privat',
  null,
];
const RESERVED_FOR = [
  'Kita, vier Gruppen',
  'Grundschulerweiterung',
  'Stadtteilhaus',
  'Pflegeheim',
  'Jugendtreff',
  'Spielplatz',
  'Unterkunft',
];

/** 120 plots (at scale 1): land kept free, and grounds of schools. */
export function createPlots(town: Town, random: Random): Plot[] {
  const wanted = Math.max(2, Math.round(120 * Math.min(4, town.layout.frame.scale)));
  const free = town.uses.flatMap((use, face) => (use === 'plot' && town.territory.inCity[face] ? [face] : []));
  const schools = town.uses.flatMap((use, face) => (use === 'school' && town.territory.inCity[face] ? [face] : []));
  const faces = [...free, ...schools].slice(0, wanted).sort((a, b) => a - b);
  const areas = areasOfFaces(town, faces);
  return faces.map((face, k): Plot => {
    const isSchool = town.uses[face] === 'school';
    const use = isSchool ? 'Schule' : random.pick(PLOT_USES);
    const reserved = !isSchool && random.next() < 0.42;
    const quarter = town.districts.quarterNames[town.territory.quarterOfFace[face]!]!;
    return {
      id: `demo:flaeche-${k + 1}`,
      name: `${use === null ? 'Grundstück' : 'Gemeinbedarfsfläche'} ${quarter}`,
      geometry: areas[k]!,
      use,
      owner: isSchool ? 'Stadt Musterstadt' : random.pick(PLOT_OWNERS),
      areaSquareMeters: Math.round(town.faces.areas[face]! / 10) * 10,
      reservedFor: reserved ? random.pick(RESERVED_FOR) : null,
      reservedUntil: reserved && random.next() < 0.75 ? `${2026 + random.below(8)}-12-31` : null,
      source: DEMO_SOURCE,
      grade: 'official',
    };
  });
}
