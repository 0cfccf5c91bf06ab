import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import { fail } from '../../shared/problem.ts';
import { chooseLayer } from './choose-layer.ts';
import { columnsOf, type RawLayer } from './geo-layer.ts';
import { readFeatures } from './read-geojson.ts';

/**
 * One object of a TopoJSON document, quantised or not, in WGS 84 (the format knows no other). Throws `geodata.damaged` where arcs are
 * missing, `geodata.layer-unclear`, `geodata.layer-unknown`, and what {@link readFeatures} throws.
 */
export function readTopoJson(topology: Topology, file: string, layer?: string): RawLayer {
  const name = chooseLayer(Object.keys(topology.objects ?? {}), layer, file);
  const object = topology.objects[name] as GeometryCollection;
  let collection: unknown;
  try {
    collection = feature(topology, object);
  } catch {
    return fail('geodata.damaged', { format: 'topojson' }, { file, layer: name });
  }
  const found = collection as { readonly features?: readonly unknown[] };
  const features = readFeatures(found.features ?? [collection], file);
  return {
    file,
    format: 'topojson',
    columns: columnsOf(features),
    features,
    crs: { kind: 'epsg', code: 4326 },
    notes: [],
  };
}
