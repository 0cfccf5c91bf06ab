import type { Indicator } from '../../indicators/indicator.ts';
import type { CityModel } from '../gaps/city-model.ts';
import { targetAges } from '../gaps/gap-demand.ts';
import type { GapRequest } from '../gaps/gap-request.ts';
import { sitesText } from '../gaps/gap-sites.ts';
import { peopleInYear } from '../gaps/people-in-year.ts';
import type { CitySide } from './city-side.ts';

/** What a side answers: a Kennwert and a request, the rows asked for and how shared places were split. */
export interface SideQuestion {
  readonly indicator: Indicator;
  readonly request: GapRequest;
  readonly rows: readonly number[] | undefined;
  readonly poolSplit: unknown;
}

/**
 * The city as it is, with what its comparisons have found: without a site that does not count yet, or with one that counts in full, a
 * city has the very people of the city as it is, so that one of the two sides of nearly every comparison is known from the one before.
 */
export interface KeptSides {
  /** The side in a city with the same places, made where it is not kept yet; kept if the city has the people of this one. */
  of(model: CityModel, question: SideQuestion, make: (isKept: boolean) => CitySide): CitySide;
}

/** Arrays per point are kept up to this size: four services over 16 years in a city of 25,000 points. */
const KEPT_BYTES = 14e6;

const knownTexts = new WeakMap<Indicator, string>();

function textOf(indicator: Indicator): string {
  const text = knownTexts.get(indicator) ?? JSON.stringify(indicator);
  knownTexts.set(indicator, text);
  return text;
}

/** `base`: the city as it is. */
export function createKeptSides(base: CityModel): KeptSides {
  const kept = new Map<string, { readonly people: string; readonly side: CitySide }>();
  const { years } = base.city.identity;
  let bytes = 0;

  const peopleOf = (model: CityModel, { indicator, request }: SideQuestion) => {
    const ages = targetAges(indicator, model.city.identity.schoolCutOff);
    return sitesText(model, request, ages, peopleInYear(model, request.year, request.variant).total);
  };
  return {
    of(model, question, make) {
      const { request } = question;
      if (!isLike(base, model) || !years.includes(request.year)) return make(false);
      const key = JSON.stringify([textOf(question.indicator), request, question.rows, question.poolSplit]);
      const people = peopleOf(model, question);
      const found = kept.get(key);
      if (found?.people === people) return found.side;
      const isKept = found === undefined && bytes < KEPT_BYTES && people === peopleOf(base, question);
      const side = make(isKept);
      if (isKept) {
        kept.set(key, { people, side });
        bytes += side.unserved?.byteLength ?? 0;
      }
      return side;
    },
  };
}

/** Whether two models differ by their sites alone, which stand at the same places. */
function isLike({ points, graph, city }: CityModel, other: CityModel): boolean {
  return (
    points === other.points &&
    graph === other.graph &&
    city.houses === other.city.houses &&
    city.supplyAreas === other.city.supplyAreas &&
    city.districts === other.city.districts &&
    city.districtFigures === other.city.districtFigures &&
    city.forecast?.factors === other.city.forecast?.factors &&
    city.forecast?.containsNewHousing === other.city.forecast?.containsNewHousing
  );
}
