import { describe, expect, it } from 'vitest';
import { projectionOf } from '../../../src/city/projection.ts';
import { collectAreas } from '../../../src/pipeline/osm/collect-areas.ts';
import { collectBaseMap } from '../../../src/pipeline/osm/collect-base-map.ts';
import { collectContext } from '../../../src/pipeline/osm/collect-context.ts';
import { collectStreets } from '../../../src/pipeline/osm/collect-streets.ts';
import { FIXTURE_EPSG, fixture, modelOfText } from './osm-fixtures.ts';

function baseOf(model: ReturnType<typeof fixture>) {
  return collectBaseMap(model, collectAreas(model).areas, projectionOf(FIXTURE_EPSG));
}

const kindsOf = (features: readonly { readonly kind: string }[]) => features.map(({ kind }) => kind);

describe('the base map', () => {
  it('sorts areas into water, green and built-up land', () => {
    const { water, green, builtUp } = baseOf(fixture('base-areas'));
    expect(kindsOf(water)).toEqual(['lake', 'river', 'river']);
    expect(kindsOf(green)).toEqual(['park', 'forest', 'grass', 'cemetery', 'allotments', 'farmland']);
    expect(kindsOf(builtUp)).toEqual(['residential', 'commercial', 'industrial']);
  });

  it('sorts lines into roads, streets, rail and waterways', () => {
    const { roads, streets, rail, waterways } = baseOf(fixture('base-lines'));
    expect(kindsOf(roads)).toEqual(['motorway', 'primary', 'tertiary']);
    expect(roads.map(({ name }) => name)).toEqual([null, 'Ringstraße', null]);
    expect(kindsOf(streets)).toEqual(['residential', 'residential', 'footway', 'steps', 'cycleway']);
    expect(kindsOf(rail)).toEqual(['rail', 'light-rail']);
    expect(kindsOf(waterways)).toEqual(['river']);
    // Way 2 runs from (0, 1) to (10, 1) in 1e-4° from 13.25°, 53.55°.
    expect(roads[1]?.geometry.coordinates).toEqual([
      [13.25, 53.5501],
      [13.251, 53.5501],
    ]);
  });

  it('gives buildings with levels and use; what is not stated stays null', () => {
    const { buildings } = baseOf(fixture('buildings'));
    expect(buildings.map(({ levels, residential }) => [levels, residential])).toEqual([
      [5, true],
      [2.5, null],
      [null, false],
      [null, null],
    ]);
  });

  it('labels places by rank and lakes inside their water', () => {
    const { places } = baseOf(
      modelOfText(
        `<osm><node id="1" lon="13.1" lat="53"><tag k="place" v="hamlet"/><tag k="name" v="Weitin"/></node>
        <node id="2" lon="13.2" lat="53"><tag k="place" v="town"/><tag k="name" v="Neubrandenburg"/></node>
        <node id="3" lon="13.3" lat="53"><tag k="place" v="suburb"/></node>
        <node id="4" lon="13.0" lat="53.5"/><node id="5" lon="13.02" lat="53.5"/><node id="6" lon="13.0" lat="53.52"/>
        <way id="1"><nd ref="4"/><nd ref="5"/><nd ref="6"/><nd ref="4"/><tag k="natural" v="water"/><tag k="name" v="See"/></way>
        </osm>`,
      ),
    );
    // The suburb has no name; the lake has about 1.5 km²: rank 3.
    expect(places.map(({ kind, name, rank }) => `${rank} ${kind} ${name}`)).toEqual([
      '2 town Neubrandenburg',
      '3 water See',
      '6 village Weitin',
    ]);
    const [lon, lat] = places[1]!.geometry.coordinates as [number, number];
    // Inside the triangle: right of 13.0°, above 53.5°, below the slanting side.
    expect(lon > 13 && lat > 53.5 && lon - 13 + (lat - 53.5) < 0.02).toBe(true);
  });
});

it('points of interest are those of the ten kinds', () => {
  const model = fixture('context');
  const points = collectContext(model, collectAreas(model).areas, 2);
  expect(points.map(({ id, kind }) => `${id} ${kind}`)).toEqual([
    'osm:n1 supermarket',
    'osm:n2 pharmacy',
    'osm:n3 stop',
    'osm:n4 shelter',
    'osm:n5 crossing',
    'osm:n6 toilet',
    'osm:n7 market',
    'osm:n8 worship',
    'osm:n9 hospital',
    'osm:n10 stop',
  ]);
  expect(points[0]).toEqual({
    id: 'osm:n1',
    kind: 'supermarket',
    name: 'Markt am Tor',
    position: [13.25, 53.55],
    source: 2,
  });
});

it('streets come once per name and connected piece, at a node near their middle', () => {
  expect(collectStreets(fixture('streets'))).toEqual([
    // Each piece has two nodes equally far from the middle: the one with the lower id.
    { name: 'Am Wall', position: [13.25, 53.551], districts: [] },
    { name: 'Am Wall', position: [13.25, 53.555], districts: [] },
    // The square's nodes are (0, 20), (10, 20), (10, 30): mean (6.7, 23.3), nearest (10, 20).
    { name: 'Marktplatz', position: [13.251, 53.552], districts: [] },
    // The Ringstraße runs over nodes 1, 2, 3: the middle one is 2.
    { name: 'Ringstraße', position: [13.251, 53.55], districts: [] },
  ]);
});
