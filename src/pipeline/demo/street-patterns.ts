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

const base: StreetPattern = {
  long: 140,
  short: 70,
  step: 24,
  onward: 0.8,
  wind: 0.06,
  windMeters: 420,
  deadEnds: 0.15,
  crossings: 0.6,
  longest: 1600,
};

/** The patterns of the settled zones, and of tracks through fields and woods. */
export const PATTERNS: Readonly<Partial<Record<Zone, StreetPattern>>> = {
  'old-town': {
    ...base,
    long: 82,
    short: 52,
    step: 16,
    onward: 0.45,
    wind: 0.3,
    windMeters: 150,
    deadEnds: 0.1,
    crossings: 0.35,
  },
  founder: { ...base, long: 138, short: 92, onward: 0.93, wind: 0.03, deadEnds: 0.03, crossings: 0.95 },
  rows: { ...base, long: 172, short: 84, onward: 0.68, wind: 0.1, deadEnds: 0.3, crossings: 0.55 },
  garden: {
    ...base,
    long: 160,
    short: 74,
    step: 20,
    onward: 0.55,
    wind: 0.22,
    windMeters: 380,
    deadEnds: 0.3,
    crossings: 0.35,
  },
  villa: {
    ...base,
    long: 215,
    short: 84,
    step: 20,
    onward: 0.5,
    wind: 0.2,
    windMeters: 330,
    deadEnds: 0.35,
    crossings: 0.3,
  },
  slab: { ...base, long: 290, short: 190, onward: 0.5, wind: 0.14, deadEnds: 0.5, crossings: 0.3 },
  village: {
    ...base,
    long: 112,
    short: 70,
    step: 18,
    onward: 0.5,
    wind: 0.34,
    windMeters: 210,
    deadEnds: 0.3,
    crossings: 0.25,
  },
  industry: { ...base, long: 300, short: 190, onward: 0.7, wind: 0.03, deadEnds: 0.35, crossings: 0.5 },
  field: {
    ...base,
    long: 520,
    short: 330,
    step: 38,
    onward: 0.75,
    wind: 0.2,
    windMeters: 900,
    deadEnds: 0.5,
    crossings: 0.7,
    longest: 2600,
  },
  forest: {
    ...base,
    long: 480,
    short: 320,
    step: 34,
    onward: 0.65,
    wind: 0.42,
    windMeters: 420,
    deadEnds: 0.4,
    crossings: 0.5,
    longest: 2600,
  },
};
