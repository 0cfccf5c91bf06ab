import type { Indicator } from '../../indicators/indicator.ts';
import type { ServiceWave, SiteWaves } from './site-waves.ts';

/**
 * Kennwerte of rooms and plots with their sources (`domain.md` §§ 1, 2.5): plot 31 m² and outdoor play 10 m² per Kita place (Köln; München
 * and Stuttgart GRDrs 100/2020), 2.5 m² of floor per place of youth work (Berlin, Drs. 17/18326).
 */
export const KITA_PLOT_PER_PLACE = 31;
export const KITA_OUTDOOR_PER_PLACE = 10;
export const YOUTH_FLOOR_PER_PLACE = 2.5;
/** Stuttgart's standard module (GRDrs 100/2020): four groups, 20 places under 3 and 40 from 3, on 2,000 m². */
export const KITA_MODULE = { groups: 4, placesUnder3: 20, placesFrom3: 40, plotSquareMeters: 2000 } as const;

const HAIR = 1e-9;

/** Whole groups for some places: rounded up once. */
export function groupsFor(places: number, size: number): number {
  return Math.ceil(places / size - HAIR);
}

/** Private play area after LBOAVO § 1 (Baden-Württemberg): 30 m² from 4 dwellings on, + 2 m² (11th–20th) + 1.5 (21st–30th) + 1 (31st on). */
export function privatePlayArea(dwellings: number): number {
  if (dwellings <= 3) return 0;
  const step = (from: number, to: number) => Math.max(0, Math.min(dwellings, to) - from);
  return 30 + 2 * step(10, 20) + 1.5 * step(20, 30) + step(30, Infinity);
}

/** What a number of places of a service means in rooms. */
export interface RoundedNeed {
  /** Groups, Züge (one decimal is kept: pupils are pooled with the neighbours'), or the unit itself rounded up. */
  readonly kind: 'groups' | 'zuege' | 'whole';
  readonly value: number;
}

/** Rounds places by the service's own rule, once. */
export function roundNeed(places: number, { rounding }: Pick<Indicator, 'rounding'>): RoundedNeed {
  if (rounding.kind === 'groups' && rounding.size !== null)
    return { kind: 'groups', value: groupsFor(places, rounding.size) };
  if (rounding.kind === 'zuege' && rounding.size !== null)
    return { kind: 'zuege', value: Math.round((places / rounding.size) * 10) / 10 };
  return { kind: 'whole', value: Math.ceil(places - HAIR) };
}

/** What a site requires beyond places: areas in m², at the peak. `null` where the Kennwert behind it has no value. */
export interface RequiredAreas {
  readonly kitaPlaces: number | null;
  readonly kitaGroups: number | null;
  /** Shares of Stuttgart's four-group house: 0.65 = two thirds of one. */
  readonly kitaHouses: number | null;
  readonly kitaPlotSquareMeters: number | null;
  readonly kitaOutdoorSquareMeters: number | null;
  readonly youthFloorSquareMeters: number | null;
  readonly playSquareMeters: number | null;
  readonly greenSquareMeters: number | null;
  readonly hallSquareMeters: number | null;
  readonly privatePlaySquareMeters: number;
}

/** The areas for the peaks of a site's waves. Kita: both services at the peak of their sum. */
export function requiredAreas(waves: SiteWaves): RequiredAreas {
  const of = (service: Indicator['service']) => waves.services.find(({ indicator }) => indicator.service === service);
  const [u3, ue3] = [of('kita-u3'), of('kita-ue3')];
  const kitaPlaces = u3 === undefined || ue3 === undefined ? null : peakOfSum(u3, ue3);
  const kita = (perPlace: number) => (kitaPlaces === null ? null : Math.ceil(kitaPlaces * perPlace - HAIR));
  const groups = (wave: ServiceWave) => {
    const { kind, value } = roundNeed(wave.peak.value, wave.indicator);
    return kind === 'groups' ? value : 0;
  };
  const whole = (service: Indicator['service'], factor = 1) => {
    const found = of(service);
    return found === undefined ? null : Math.ceil(found.peak.value * factor - HAIR);
  };
  const modulePlaces = KITA_MODULE.placesUnder3 + KITA_MODULE.placesFrom3;
  return {
    kitaPlaces: kitaPlaces === null ? null : Math.ceil(kitaPlaces - HAIR),
    kitaGroups: u3 === undefined || ue3 === undefined ? null : groups(u3) + groups(ue3),
    kitaHouses: kitaPlaces === null ? null : Math.round((kitaPlaces / modulePlaces) * 100) / 100,
    kitaPlotSquareMeters: kita(KITA_PLOT_PER_PLACE),
    kitaOutdoorSquareMeters: kita(KITA_OUTDOOR_PER_PLACE),
    youthFloorSquareMeters: whole('jugendtreff', YOUTH_FLOOR_PER_PLACE),
    playSquareMeters: whole('spielflaeche'),
    greenSquareMeters: whole('gruen-nah'),
    hallSquareMeters: whole('sporthalle'),
    privatePlaySquareMeters: privatePlayArea(waves.dwellings),
  };
}

function peakOfSum(a: ServiceWave, b: ServiceWave): number {
  return Math.max(...a.values.middle.map((value, y) => value + b.values.middle[y]!));
}
