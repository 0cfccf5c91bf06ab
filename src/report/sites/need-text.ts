import '../../i18n/later-texts.ts';
import type { Texts } from '../../i18n/translate.ts';
import type { Indicator } from '../../indicators/indicator.ts';
import type { Plausibility } from '../../questions/sites/benchmarks.ts';
import { KITA_BENCHMARKS } from '../../questions/sites/benchmarks.ts';
import { type RequiredAreas, roundNeed } from '../../questions/sites/required-rooms.ts';
import type { ServiceWave, SiteWaves } from '../../questions/sites/site-waves.ts';

/** "24 (21–27)": a figure of a site model with the range of its variants; one decimal below 10. */
export function rangeText(
  { value, low, high }: { readonly value: number; readonly low: number; readonly high: number },
  t: Texts,
): string {
  const digits = Math.max(value, high) < 10 ? 1 : 0;
  const write = (number: number) => t.format.number(number, digits);
  if (write(low) === write(high)) return write(value);
  return t('sites.range', { value: write(value), low: write(low), high: write(high) });
}

/** What the unit of a Kennwert is called: "Plätze". */
export function unitText({ unit }: Pick<Indicator, 'unit'>, t: Texts): string {
  return t(`report-unit.${unit}`);
}

/** "2 Gruppen", "0,2 Züge": places as rooms, by the rounding rule of the service; of one that counts single places the unit alone. */
export function roundedText(places: number, indicator: Indicator, t: Texts): string {
  const { kind, value } = roundNeed(places, indicator);
  if (kind === 'groups') return t.count('sites.groups', value);
  if (kind === 'zuege') return t('sites.zuege', { value: t.format.number(value, 1) });
  return unitText(indicator, t);
}

/** One sentence on the wave: peak with its year and range, the long run. */
export function waveSentence(wave: ServiceWave, t: Texts): string {
  return t('sites.wave-sentence', {
    peak: rangeText(wave.peak, t),
    unit: unitText(wave.indicator, t),
    year: String(wave.peak.year),
    longRun: t.format.number(wave.longRun.middle, wave.longRun.middle < 10 ? 1 : 0),
  });
}

/** Who moves in: dwellings, residents at the peak, children and old people in the long run. */
export function residentsSentence({ dwellings, residents }: SiteWaves, t: Texts): string {
  return t('sites.residents-sentence', {
    dwellings: t.format.number(dwellings, 0),
    residents: rangeText(residents.all.peak, t),
    minors: rangeText(residents.minors.peak, t),
    year: String(residents.minors.peak.year),
  });
}

/** Whether the Kita places per 100 dwellings lie among the published examples. */
export function plausibilityText({ perHundred, position, from, to }: Plausibility, t: Texts): string {
  return t(`sites.plausible-${position}`, {
    value: rangeText({ value: perHundred.middle, low: perHundred.low, high: perHundred.high }, t),
    from: t.format.number(from),
    to: t.format.number(to),
    examples: KITA_BENCHMARKS.map(({ place, kitaPer100Dwellings: n }) => `${place}: ${t.format.number(n)}`).join('; '),
  });
}

/** A line of the list of required rooms: what, how much, by which Kennwert. */
export interface RoomLine {
  readonly key: string;
  readonly label: string;
  readonly value: string;
  readonly basis: string;
}

const AREA_KEYS = [
  'kitaPlotSquareMeters',
  'kitaOutdoorSquareMeters',
  'youthFloorSquareMeters',
  'playSquareMeters',
  'greenSquareMeters',
  'hallSquareMeters',
  'privatePlaySquareMeters',
] as const satisfies readonly (keyof RequiredAreas)[];

/** Rooms and plots that a site requires at its peaks: groups, Züge, m², each with the Kennwert it follows. */
export function roomLines(waves: SiteWaves, areas: RequiredAreas, t: Texts): readonly RoomLine[] {
  const services = waves.services
    .filter(({ indicator }) => indicator.rounding.kind !== 'whole')
    .map(({ indicator, peak }) => ({
      key: indicator.service,
      label: t(`service.${indicator.service}`),
      value: roundedText(peak.value, indicator, t),
      basis: t('sites.room-rounding', {
        places: t.format.number(peak.value, 1),
        unit: unitText(indicator, t),
        size: t.format.number(indicator.rounding.size ?? 1, 0),
      }),
    }));
  const houses =
    areas.kitaHouses === null
      ? []
      : [
          {
            key: 'kitaHouses',
            label: t('sites.room-kitaHouses'),
            value: t.format.number(areas.kitaHouses, 2),
            basis: t('sites.basis-kitaHouses'),
          },
        ];
  const squares = AREA_KEYS.flatMap((key): RoomLine[] => {
    const value = areas[key];
    return value === null
      ? []
      : [{ key, label: t(`sites.room-${key}`), value: t.format.unit(value, 'm²', 0), basis: t(`sites.basis-${key}`) }];
  });
  return [...services, ...houses, ...squares];
}
