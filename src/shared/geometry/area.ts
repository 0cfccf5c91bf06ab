import type { MultiPolygon, Polygon, Position } from 'geojson';

export type Area = Polygon | MultiPolygon;

/** One polygon as rings: the outer ring first, then its holes; first and last position of a ring are equal. */
export type Rings = readonly (readonly Position[])[];

/** The polygons of an area, whatever its type. */
export function polygonsOf(area: Area): readonly Rings[] {
  return area.type === 'Polygon' ? [area.coordinates] : area.coordinates;
}

/** An area from polygons: a `Polygon` where there is one, a `MultiPolygon` otherwise. */
export function areaFromPolygons(polygons: readonly Rings[]): Area {
  const coordinates = polygons as Position[][][];
  return coordinates.length === 1
    ? { type: 'Polygon', coordinates: coordinates[0] as Position[][] }
    : { type: 'MultiPolygon', coordinates };
}

/** A degree value as a whole number of 1e-7°. Differences of such numbers multiply exactly up to about 6° apart. */
export function degreeUnits(degrees: number): number {
  return Math.round(degrees * 1e7);
}

/** Polygons in whole units of 1e-7°. */
export function polygonsInUnits(polygons: readonly Rings[]): Position[][][] {
  return polygons.map((rings) => rings.map((ring) => ring.map(([lon, lat]) => [degreeUnits(lon!), degreeUnits(lat!)])));
}

/** Polygons in units of 1e-7°, rounded to whole ones, back in degrees. */
export function polygonsFromUnits(polygons: readonly Rings[]): Position[][][] {
  return polygons.map((rings) =>
    rings.map((ring) => ring.map(([x, y]) => [Math.round(x!) / 1e7, Math.round(y!) / 1e7])),
  );
}
