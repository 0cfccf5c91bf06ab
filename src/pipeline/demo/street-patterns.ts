import type { Zone } from './land-use.ts';

/** How streets of a zone are laid out. Lengths in metres. */
export interface StreetPattern {
  /** Distance between cross streets: the long side of a block. */
  readonly long: number;
  /** Distance between the streets that houses face: the short side. */
  readonly short: number;
  /** Length of one straight stretch. */
  readonly step: number;
  /** Share of streets that go on beyond the street they meet. */
  readonly onward: number;
  /** How far streets wind, tan of half the angle. */
  readonly wind: number;
  readonly windMeters: number;
  /** Share of streets that may end without joining another. */
  readonly deadEnds: number;
  /** Do streets to both sides leave at the same corner? */
  readonly crossings: number;
  readonly longest: number;
}

function pattern(
  [long, short, step]: readonly [number, number, number],
  [wind, windMeters]: readonly [number, number],
  shares: Pick<StreetPattern, 'onward' | 'crossings' | 'deadEnds'>,
  longest = 1600,
): StreetPattern {
  return { long, short, step, wind, windMeters, ...shares, longest };
}

/** The patterns of the settled zones, and of tracks through fields and woods. */
export const PATTERNS: Readonly<Partial<Record<Zone, StreetPattern>>> = {
  'old-town': pattern([82, 52, 16], [0.3, 150], { onward: 0.45, crossings: 0.3, deadEnds: 0.12 }),
  founder: pattern([142, 98, 27], [0.03, 420], { onward: 0.85, crossings: 0.7, deadEnds: 0.08 }),
  rows: pattern([176, 88, 27], [0.1, 420], { onward: 0.48, crossings: 0.25, deadEnds: 0.6 }),
  garden: pattern([172, 76, 24], [0.22, 380], { onward: 0.36, crossings: 0.14, deadEnds: 0.8 }),
  villa: pattern([215, 86, 22], [0.2, 330], { onward: 0.36, crossings: 0.12, deadEnds: 0.8 }),
  slab: pattern([290, 190, 27], [0.14, 420], { onward: 0.45, crossings: 0.2, deadEnds: 0.6 }),
  village: pattern([122, 74, 20], [0.34, 210], { onward: 0.36, crossings: 0.12, deadEnds: 0.7 }),
  industry: pattern([300, 190, 30], [0.03, 420], { onward: 0.6, crossings: 0.35, deadEnds: 0.5 }),
  field: pattern([600, 400, 52], [0.2, 900], { onward: 0.75, crossings: 0.7, deadEnds: 0.5 }, 2600),
  forest: pattern([540, 380, 46], [0.42, 420], { onward: 0.65, crossings: 0.5, deadEnds: 0.4 }, 2600),
};
