import type { Geometry } from 'geojson';
import { findDefects, type Repair, repairArea } from '../../shared/geometry/repair-area.ts';
import { type Note, note } from '../../shared/problem.ts';
import type { WithNotes } from '../../shared/result.ts';
import type { GeoFeature } from '../types.ts';
import { labelOf, type RawLayer } from './geo-layer.ts';

/** Repairs named one by one; of further ones only the number is said, so that a bad file does not fill the report. */
const NAMED_REPAIRS = 50;

interface Repaired {
  readonly geometry: Geometry | null;
  /** Defects the source has, and were repaired. */
  readonly defects: readonly Repair[];
  /** Only rounding made a repair necessary. */
  readonly byRounding: boolean;
}

const IN_ORDER = { defects: [], byRounding: false };

function repairGeometry(raw: Geometry, placed: Geometry): Repaired {
  if (placed.type === 'GeometryCollection' && raw.type === 'GeometryCollection') {
    const parts = placed.geometries.map((part, i) => repairGeometry(raw.geometries[i] as Geometry, part));
    const geometries = parts.map(({ geometry }) => geometry).filter((geometry) => geometry !== null);
    return {
      geometry: geometries.length === 0 ? null : { type: 'GeometryCollection', geometries },
      defects: [...new Set(parts.flatMap(({ defects }) => defects))],
      byRounding: parts.some(({ byRounding }) => byRounding),
    };
  }
  if (placed.type !== 'Polygon' && placed.type !== 'MultiPolygon') return { geometry: placed, ...IN_ORDER };
  const { area, repairs } = repairArea(placed);
  if (repairs.length === 0) return { geometry: area, ...IN_ORDER };
  const defects = raw.type === 'Polygon' || raw.type === 'MultiPolygon' ? findDefects(raw) : [];
  return { geometry: area, defects, byRounding: defects.length === 0 };
}

/**
 * Features with valid polygons, and notes about what was wrong: repairs by row and object, doubled positions and consequences of rounding
 * by number, missing geometries by number. A polygon of which nothing is left becomes a missing geometry, named with its row.
 */
export function repairFeatures(layer: RawLayer, placed: readonly (Geometry | null)[]): WithNotes<GeoFeature[]> {
  const { file } = layer;
  const named: Note[] = [];
  let doubled = 0;
  let rounded = 0;
  let missing = 0;
  const data = layer.features.map((feature, i): GeoFeature => {
    const { row, properties } = feature;
    const geometry = placed[i] ?? null;
    if (feature.geometry === null || geometry === null) {
      missing++;
      return { row, geometry: null, properties };
    }
    const repaired = repairGeometry(feature.geometry, geometry);
    const repairs = repaired.defects.filter((defect) => defect !== 'positions-dropped');
    if (repaired.defects.includes('positions-dropped')) doubled++;
    if (repaired.byRounding) rounded++;
    const label = labelOf(properties);
    const where = label === undefined ? { file, row } : { file, row, feature: label };
    if (repaired.geometry === null) named.push(note('warning', 'geodata.area-lost', {}, { where, count: 1 }));
    else if (repairs.length > 0) named.push(note('warning', 'geodata.area-repaired', { repairs }, { where, count: 1 }));
    return { row, geometry: repaired.geometry, properties };
  });
  const counted = (
    code: 'geodata.positions-doubled' | 'geodata.rounding-repaired' | 'geodata.geometries-missing',
    count: number,
  ) =>
    count > 0
      ? [note(code === 'geodata.geometries-missing' ? 'warning' : 'info', code, {}, { where: { file }, count })]
      : [];
  const further = named.length - NAMED_REPAIRS;
  const more = further > 0 ? [note('warning', 'geodata.areas-repaired', {}, { where: { file }, count: further })] : [];
  const notes = [
    ...named.slice(0, NAMED_REPAIRS),
    ...more,
    ...counted('geodata.positions-doubled', doubled),
    ...counted('geodata.rounding-repaired', rounded),
    ...counted('geodata.geometries-missing', missing),
  ];
  return { data, notes };
}
