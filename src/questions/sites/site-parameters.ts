import { DEFAULT_SITE_PARAMETERS, type SiteParameters } from '../../engine/sites/site-residents.ts';
import type { Indicator } from '../../indicators/indicator.ts';
import type { GapSite } from '../gaps/city-model.ts';
import { parametersOf } from '../gaps/gap-sites.ts';
import type { SiteParameterName } from '../gaps/scenario-of-plan.ts';
import { computeSiteWaves, type WaveSite } from './site-waves.ts';

export interface ParameterRange {
  readonly low: number;
  readonly middle: number;
  readonly high: number;
}

/** A parameter of the site model as a site has it. */
export interface ParameterRow {
  readonly key: SiteParameterName;
  /** `null` = not known. */
  readonly value: ParameterRange | null;
  readonly usual: ParameterRange | null;
  /** Whether the plan sets it for this site. */
  readonly isSet: boolean;
  /** Low, middle and high differ; else one value for all variants. */
  readonly isRanged: boolean;
  /** What may be entered. */
  readonly limits: { readonly from: number; readonly to: number };
}

const LIMITS: Readonly<Record<SiteParameterName, ParameterRow['limits']>> = {
  internalShare: { from: 0, to: 1 },
  residentsPerDwelling: { from: 0.5, to: 8 },
  floorSquareMetersPerDwelling: { from: 20, to: 400 },
  turnover: { from: 0, to: 0.9 },
  leavingHome: { from: 0, to: 0.9 },
  totalFertility: { from: 0, to: 5 },
};

const alone = (value: number): ParameterRange => ({ low: value, middle: value, high: value });

type CohortName = 'turnover' | 'leavingHome' | 'totalFertility';

/** Cohort parameters of the kind of buildings a site has; a mixed one shows those of multi-family housing. */
function cohortsOf(site: Pick<GapSite, 'dwellingType'>, parameters: SiteParameters) {
  return site.dwellingType === 'EFH' ? parameters.cohortsEfh : parameters.cohortsMfh;
}

/** Every parameter that can be set for a site: value, default, whether it is set. */
export function parameterRows(
  site: Pick<GapSite, 'dwellingType' | 'internalShare' | 'parameters'>,
): readonly ParameterRow[] {
  const own = parametersOf(site);
  const ranged = (key: 'residentsPerDwelling' | 'floorSquareMetersPerDwelling'): ParameterRow => ({
    key,
    value: own[key],
    usual: DEFAULT_SITE_PARAMETERS[key],
    isSet: site.parameters?.[key] !== undefined,
    isRanged: true,
    limits: LIMITS[key],
  });
  const cohort = (key: CohortName): ParameterRow => {
    const value = cohortsOf(site, own)[key];
    const usual = cohortsOf(site, DEFAULT_SITE_PARAMETERS)[key];
    return {
      key,
      value: alone(value),
      usual: alone(usual),
      isSet: value !== usual,
      isRanged: false,
      limits: LIMITS[key],
    };
  };
  return [
    ranged('residentsPerDwelling'),
    ranged('floorSquareMetersPerDwelling'),
    {
      key: 'internalShare',
      value: site.internalShare ?? null,
      usual: null,
      isSet: (site.internalShare ?? null) !== null,
      isRanged: true,
      limits: LIMITS.internalShare,
    },
    cohort('turnover'),
    cohort('leavingHome'),
    cohort('totalFertility'),
  ];
}

/** How far a parameter is turned up to see what it does. */
const MORE = 1.1;

/** Parameters with one of them turned up by a tenth; `null` for what does not change who lives in the site. */
function turnedUp(site: WaveSite, key: SiteParameterName): Partial<SiteParameters> | null {
  const own = parametersOf(site);
  switch (key) {
    case 'internalShare':
      return null;
    case 'residentsPerDwelling':
    case 'floorSquareMetersPerDwelling': {
      const { low, middle, high } = own[key];
      return { ...own, [key]: { low: low * MORE, middle: middle * MORE, high: high * MORE } };
    }
    default: {
      const more = (cohorts: SiteParameters['cohortsMfh']) => ({ ...cohorts, [key]: cohorts[key] * MORE });
      return { ...own, cohortsMfh: more(own.cohortsMfh), cohortsEfh: more(own.cohortsEfh) };
    }
  }
}

/** By which share the peak of a service changes if a parameter is a tenth higher; `null` where it changes nothing or nothing is known. */
export function parameterEffect(
  site: WaveSite,
  key: SiteParameterName,
  indicator: Indicator,
  schoolCutOff: string,
): number | null {
  const parameters = turnedUp(site, key);
  if (parameters === null) return null;
  const before = computeSiteWaves(site, [indicator], schoolCutOff);
  const after = computeSiteWaves({ ...site, parameters }, [indicator], schoolCutOff);
  if (typeof before === 'string' || typeof after === 'string') return null;
  const [from, to] = [before.services[0]?.peak.value, after.services[0]?.peak.value];
  return from === undefined || to === undefined || from === 0 ? null : Math.round((to / from - 1) * 1000) / 1000;
}
