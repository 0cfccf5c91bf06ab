import { repairArea } from '../../shared/geometry/repair-area.ts';
import { type Note, note } from '../../shared/problem.ts';
import type { WithNotes } from '../../shared/result.ts';
import type { Cell, GeoFeature, GeoTable } from '../types.ts';
import { assembleRelation } from './collect-areas.ts';
import { listIds } from './note-ids.ts';
import type { OsmModel } from './osm-model.ts';

const NOTHING = { area: null, repairs: [] };

/**
 * The administrative boundaries of one level as a table of areas: `boundary=administrative` relations (multipolygons too) with that
 * `admin_level`. Columns are `osm_id` (`r123`) and every tag that occurs. A boundary whose outline does not close or is not all in the
 * file is left out and told in the notes; half a district would give wrong figures.
 */
export function readOsmBoundaries(model: OsmModel, adminLevel: number): WithNotes<GeoTable> {
  const features: GeoFeature[] = [];
  const columns = new Set<string>();
  const broken: string[] = [];
  const repaired: string[] = [];
  for (const relation of model.relations) {
    const { tags } = relation;
    if (tags.boundary !== 'administrative' || tags.admin_level !== String(adminLevel)) continue;
    if (tags.type !== 'boundary' && tags.type !== 'multipolygon') continue;
    const assembled = assembleRelation(model, relation);
    const outline = assembled.isComplete ? assembled.geometry : null;
    const { area: geometry, repairs } = outline === null ? NOTHING : repairArea(outline);
    if (repairs.length > 0) repaired.push(`r${relation.id}`);
    if (geometry === null) {
      broken.push(tags.name === undefined ? `r${relation.id}` : `r${relation.id} ${tags.name}`);
      continue;
    }
    const properties: Record<string, Cell> = {
      osm_id: `r${relation.id}`,
      ...(tags as Readonly<Record<string, string>>),
    };
    for (const column of Object.keys(properties)) columns.add(column);
    features.push({ row: features.length + 1, geometry, properties });
  }
  const notes: Note[] = [];
  if (broken.length > 0) {
    notes.push(
      note('warning', 'osm.boundaries-broken', { adminLevel, ids: listIds(broken) }, { count: broken.length }),
    );
  }
  if (repaired.length > 0) {
    notes.push(note('warning', 'osm.areas-repaired', { ids: listIds(repaired) }, { count: repaired.length }));
  }
  return { data: { columns: [...columns].sort(), features }, notes };
}
