import type { Area, Plot, Variant } from '../../city/types.ts';
import type { Indicator, Model } from '../../indicators/indicator.ts';
import type { Plan } from '../../plan/plan.ts';
import type { EffectiveSite } from '../../plan/readers/effective-sites.ts';
import type { Circle } from '../../plan/types/common.ts';
import type { LonLat, LonLatBox } from '../../shared/coordinates.ts';
import type { Grade } from '../../shared/grade.ts';
import type { Problem } from '../../shared/problem.ts';
import type { ServiceId } from '../../shared/services.ts';
import type { PathStep } from '../describe-object.ts';
import type { GapSite } from '../gaps/city-model.ts';
import type { WhatCounts } from '../gaps/gap-request.ts';

/** Questions about sites are asked under the plan that the worker holds. */
export interface SiteScope {
  /** `null` = Bestand. */
  readonly scenarioId: string | null;
}

/** The same with the plan itself; the collections that do not speak of sites may be empty. `plan: null` = the package alone. */
export interface PlanScope extends SiteScope {
  readonly plan: Plan | null;
}

/** A site of the register: as it is in the scenario, and where it lies. */
export interface RegisterSite extends EffectiveSite {
  /** What a plan sets about its residents (share from inside the city, parameters of the site model). */
  readonly internalShare: Readonly<Record<Variant, number>> | null;
  readonly parameters: NonNullable<GapSite['parameters']>;
  /** Districts it lies in, largest first. */
  readonly path: readonly PathStep[];
  readonly bbox: LonLatBox;
  readonly areaSquareMeters: number;
  /** Name of the source; `null` for sites that the plan brings. */
  readonly sourceName: string | null;
  /** Share of it (0–1) that the forecast of the city does not contain. */
  readonly shareOnTop: number;
}

export interface SiteRegister {
  readonly sites: readonly RegisterSite[];
  /** Parameters set for sites that the site model does not know: `site|parameter`. */
  readonly parametersUnknown: readonly string[];
}

/** A house (or area) in reach of a site's residents, and how full it is by year. */
export interface HouseInReach {
  readonly id: string;
  readonly name: string | null;
  /** The shortest walk from the site, whole metres; `null` where the model has none (a Schulbezirk beyond the limit). */
  readonly meters: number | null;
  /** By year of the answer; `null` = keine Angabe, or not there in that year. */
  readonly capacity: readonly (number | null)[];
  /** Places taken (or pupils of the catchment) with and without the site. */
  readonly taken: readonly (number | null)[];
  readonly takenWithout: readonly (number | null)[];
}

/** What the site does to one service in one year, in the unit of the service; `null` = keine Angabe. */
export interface ImpactYear {
  readonly year: number;
  /** Residents of the site in the target group, and what they require. */
  readonly persons: number;
  readonly demand: number | null;
  /** Missing in the surroundings (see {@link SiteImpact.around}) with the site, and without it. */
  readonly missing: number | null;
  readonly missingWithout: number | null;
  /** What the site's own residents miss; for `reach` the persons of them beyond the limit. */
  readonly missingOwn: number | null;
  /** What others miss more because of it, anywhere in the city. */
  readonly missingOthers: number | null;
}

/** The comparison of a service with and without a site: same scenario, what counts and Kennwert; residents gross. */
export interface SiteImpact {
  readonly service: ServiceId;
  /** `id@version`. */
  readonly indicator: string;
  readonly model: Model;
  readonly limitMeters: number | null;
  /**
   * What `missing` is summed over: `reach` = everyone who has a house in reach of the site's residents in reach too, and they themselves;
   * `catchment` = the schools whose pupils they are; `area` = the district or city whose balance it is; `own` = only themselves.
   */
  readonly around: 'reach' | 'catchment' | 'area' | 'own';
  readonly aroundName: string | null;
  readonly years: readonly ImpactYear[];
  /** The first year in which half a place more is missing because of the site; `null` = never in these years. */
  readonly firstYear: number | null;
  /** The year in which most is missing because of it, with the range of the low and high variant; `null` = nothing is missing. */
  readonly worst: { readonly year: number; readonly value: number; readonly low: number; readonly high: number } | null;
  /** Who else loses a place in the worst year, by district of the first level, most first. */
  readonly losers: readonly { readonly id: string; readonly name: string; readonly amount: number }[];
  /** Nearest first. */
  readonly houses: readonly HouseInReach[];
  /** Houses in reach without any stated capacity: they count for reach, not for places. */
  readonly housesWithoutCapacity: number;
  /** m² per person in reach of the site by year, for the area model. */
  readonly squareMetersPerPerson: readonly (number | null)[] | null;
  readonly grade: Grade;
  readonly airDistance: boolean;
  readonly withoutCatchments: boolean;
  /** The forecast contains the site already: the comparison shows it once more, as if it came on top. */
  readonly inForecast: boolean;
}

/** What a site does to a service, or why nothing is known of it. */
export type ImpactAnswer = { readonly impact: SiteImpact } | { readonly problem: Problem };

/** A plot that could take what a site requires. */
export interface PlotNear extends Omit<Plot, 'geometry' | 'source' | 'areaSquareMeters'> {
  /** `null` = keine Angabe. */
  readonly areaSquareMeters: number | null;
  readonly planningRight: string | null;
  /** Air distance from the middle of the site, whole metres; 0 = inside it. */
  readonly meters: number;
  readonly bbox: LonLatBox;
}

/** A social figure of the smallest district with one, and of the city in the same year; shares 0–1. */
export interface SocialNear {
  readonly id: string;
  readonly de: string;
  readonly en: string;
  readonly year: number;
  readonly district: string;
  readonly share: number;
  readonly cityShare: number;
}

/** Share (0–1) of the city's places for refugees in a district, beside its share of the people. */
export interface ShelterShare {
  readonly district: string;
  /** Of the whole city. */
  readonly places: number;
  readonly share: number;
  readonly peopleShare: number;
}

/** What lies around a site beside houses of services: evidence of the checklist. */
export interface SiteSurroundings {
  readonly plots: readonly PlotNear[];
  /** Air distance in whole metres to the nearest place of each kind; `null` = none within 5 km. Kinds the package lacks are absent. */
  readonly nearest: Readonly<Partial<Record<'supermarket' | 'pharmacy' | 'stop' | 'toilet', number | null>>>;
  /** Social figures of the district around it. */
  readonly social: readonly SocialNear[];
  /** `null` where the package states no places for refugees. */
  readonly shelters: ShelterShare | null;
  /** Layers of which the package has nothing at all. */
  readonly layersMissing: readonly ('context' | 'plots' | 'catchments' | 'network')[];
}

/** The calls about sites. */
export interface SiteCalls {
  siteRegister: { input: SiteScope; output: SiteRegister };
  /** The register as a circle may see it. */
  siteRegisterForCircle: { input: SiteScope & { readonly circle: Circle }; output: SiteRegister };
  /** Services over the years of the package, one answer for each of the Kennwerte. */
  siteImpacts: {
    input: SiteScope & {
      /** One of the scenario, whose figures are then these, or one that is only tried. */
      readonly site: GapSite;
      readonly indicators: readonly Indicator[];
      readonly counts: WhatCounts;
      readonly variant: Variant;
    };
    output: readonly ImpactAnswer[];
  };
  siteSurroundings: { input: SiteScope & { readonly geometry: Area }; output: SiteSurroundings };
  /** The districts a place lies in, largest first. */
  siteDistricts: { input: { readonly position: LonLat }; output: readonly PathStep[] };
}
