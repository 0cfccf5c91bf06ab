import '../../i18n/later-texts.ts';
import type { Texts } from '../../i18n/translate.ts';
import type { Indicator } from '../../indicators/indicator.ts';
import type { Plausibility } from '../../questions/sites/benchmarks.ts';
import { KITA_BENCHMARKS } from '../../questions/sites/benchmarks.ts';
import { type RequiredAreas, roundNeed } from '../../questions/sites/required-rooms.ts';
import type { SiteImpact } from '../../questions/sites/site-calls.ts';
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

/** "2 Gruppen", "0,2 Züge", "10 Plätze": places as rooms, by the rounding rule of the service. */
export function roundedText(places: number, indicator: Indicator, t: Texts): string {
  const { kind, value } = roundNeed(places, indicator);
  if (kind === 'groups') return t.count('sites.groups', value);
  if (kind === 'zuege') return t('sites.zuege', { value: t.format.number(value, 1) });
  return `${t.format.number(value, 0)}\u202f${unitText(indicator, t)}`;
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
    examples: KITA_BENCHMARKS.map(({ place, kitaPer100Dwellings: n }) => `${place} ${t.format.number(n)}`).join(', '),
  });
}

/** What is missing because of a site: how much, where and from when on; who else loses a place. */
export function impactSentence(impact: SiteImpact, indicator: Indicator, t: Texts): string {
  const { worst, firstYear, around } = impact;
  if (impact.years.every(({ missing }) => missing === null)) {
    return t(indicator.rate.value === null ? 'sites.impact-no-rate' : 'sites.impact-unknown');
  }
  if (worst === null || firstYear === null) return t('sites.impact-none');
  const figures = {
    value: rangeText(worst, t),
    unit: unitText(indicator, t),
    first: String(firstYear),
    year: String(worst.year),
  };
  if (impact.model === 'reach') {
    const limit = impact.limitMeters === null ? '' : t.format.unit(impact.limitMeters, 'm', 0);
    return t('sites.beyond', { ...figures, limit });
  }
  const main = t(`sites.impact-${around}`, { ...figures, area: impact.aroundName ?? '' });
  const others = impact.years.find(({ year }) => year === worst.year)?.missingOthers ?? null;
  if (others === null || others < 0.5) return main;
  const names = impact.losers.slice(0, 3).map(({ name }) => name);
  const lose = t('sites.impact-others', {
    value: t.format.number(others, others < 10 ? 1 : 0),
    unit: unitText(indicator, t),
    areas: names.join(', '),
  });
  return names.length === 0 ? main : `${main} ${lose}`;
}

/** What has to be said beside every comparison. */
export function impactNotes(impact: SiteImpact, t: Texts): readonly string[] {
  return [
    impact.inForecast ? t('sites.note-forecast') : null,
    impact.airDistance && impact.limitMeters !== null ? t('sites.note-air') : null,
    impact.withoutCatchments ? t('sites.note-catchments') : null,
    impact.housesWithoutCapacity === 0 ? null : t.count('sites.note-capacity', impact.housesWithoutCapacity),
  ].filter((note) => note !== null);
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

/**
 * What a site does to some services around it, in one or two sentences: what is missing because of it and in which year most, what is
 * enough, and for what nothing is known.
 */
export function quickSentence(impacts: readonly SiteImpact[], t: Texts): string {
  const isKnown = ({ years }: SiteImpact) => years.some(({ missing }) => missing !== null);
  const name = ({ service }: SiteImpact) => t(`service.${service}`);
  const known = impacts.filter(isKnown);
  const missing = known.flatMap((impact) =>
    impact.worst === null
      ? []
      : [
          t('sites.quick-part', {
            service: name(impact),
            value: rangeText(impact.worst, t),
            year: String(impact.worst.year),
          }),
        ],
  );
  const enough = known.filter(({ worst }) => worst === null).map(name);
  const unknown = impacts.filter((impact) => !isKnown(impact)).map(name);
  return [
    ...(missing.length === 0 ? [] : [t('sites.quick-missing', { parts: missing.join('; ') })]),
    ...(enough.length === 0 ? [] : [t('sites.quick-enough', { services: enough.join(', ') })]),
    ...(unknown.length === 0 ? [] : [t('sites.quick-unknown', { services: unknown.join(', ') })]),
  ].join(' ');
}
