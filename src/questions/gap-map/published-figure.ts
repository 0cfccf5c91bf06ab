import type { CityContent, DistrictFigure } from '../../city/types.ts';
import type { ServiceId } from '../../shared/services.ts';

/** A published figure of an area; where it is the sum of smaller ones, those without a figure are counted. */
export interface PublishedSum {
  readonly year: number;
  readonly value: number;
  readonly districtsWithoutFigure: number;
}

type Figures = Pick<CityContent, 'identity' | 'districts' | 'districtFigures'>;

/**
 * A figure of a district, or of the city (`null`), in the latest year up to `year` that states any: its own, else the sum over the
 * districts right below it that are listed. `null` where nothing is stated. O(figures + districts).
 */
export function publishedFigure(
  { identity, districts, districtFigures }: Figures,
  district: string | null,
  service: ServiceId,
  kind: DistrictFigure['kind'],
  year: number,
): PublishedSum | null {
  const own = district ?? identity.id;
  const below = new Set(
    districts
      .filter(({ level, parent }) => (district === null ? level === 1 : parent === district))
      .map(({ id }) => id),
  );
  const listed = districtFigures.filter(
    (figure) => figure.service === service && figure.kind === kind && figure.year <= year,
  );
  const stated = (ofThese: (id: string) => boolean): PublishedSum | null => {
    const figures = listed.filter((figure) => ofThese(figure.district));
    const latest = Math.max(...figures.filter(({ value }) => value !== null).map((figure) => figure.year));
    if (latest === Number.NEGATIVE_INFINITY) return null;
    const values = figures.filter((figure) => figure.year === latest).map(({ value }) => value);
    return {
      year: latest,
      value: values.reduce<number>((sum, value) => sum + (value ?? 0), 0),
      districtsWithoutFigure: values.filter((value) => value === null).length,
    };
  };
  return stated((id) => id === own) ?? stated((id) => below.has(id));
}

/** Published figures of one year by district id (and city id), for a table; districts that state none are not in it. */
export interface PublishedFigures {
  readonly year: number;
  readonly byDistrict: ReadonlyMap<string, number>;
}

/** The figures of a kind in the latest year up to `year` in which any is stated, so that a column holds one year; `null` without any. */
export function publishedFigures(
  { districtFigures }: Pick<CityContent, 'districtFigures'>,
  service: ServiceId,
  kind: DistrictFigure['kind'],
  year: number,
): PublishedFigures | null {
  const stated = districtFigures.flatMap((figure) =>
    figure.service === service && figure.kind === kind && figure.year <= year && figure.value !== null
      ? [{ district: figure.district, year: figure.year, value: figure.value }]
      : [],
  );
  if (stated.length === 0) return null;
  const latest = stated.reduce((newest, figure) => Math.max(newest, figure.year), stated[0]!.year);
  const values = stated.filter((figure) => figure.year === latest);
  return { year: latest, byDistrict: new Map(values.map(({ district, value }) => [district, value])) };
}
