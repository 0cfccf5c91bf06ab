import { PACKAGE_FILES, type PackageFile } from '../city/package-files.ts';
import type { CityIdentity, Manifest } from '../city/types.ts';
import type { CitySummary } from './city-summary.ts';
import type { CityTables } from './city-tables.ts';
import { OVERLAY_NAMES, type OverlayName } from './map-calls.ts';

const OVERLAY_FILES: Readonly<Record<OverlayName, PackageFile>> = {
  population: 'population',
  districts: 'districts',
  supplyAreas: 'supplyAreas',
  plots: 'plots',
  sites: 'sites',
  houses: 'facilities',
};

/** What the page is told: from the manifest alone (`tables` null) or with the counts that need the tables. */
export function summarizeCity(manifest: Manifest, identity: CityIdentity, tables: CityTables | null): CitySummary {
  const featuresOf = (file: PackageFile) =>
    manifest.files.find(({ path }) => path === PACKAGE_FILES[file])?.features ?? 0;
  const { edition, sources, notes, services } = manifest;
  return {
    identity,
    edition,
    sources,
    notes,
    services,
    counts: {
      inhabitants: tables === null ? null : inhabitants(tables),
      districtsByLevel:
        tables === null
          ? []
          : identity.levels.map(({ level }) => tables.districts.filter((district) => district.level === level).length),
      houses: featuresOf('facilities'),
      supplyAreas: featuresOf('supplyAreas'),
      sites: featuresOf('sites'),
      plots: featuresOf('plots'),
      demandPoints: featuresOf('population'),
    },
    layers: OVERLAY_NAMES.filter((name) => featuresOf(OVERLAY_FILES[name]) > 0),
    hasBaseMap: manifest.files.some(({ path }) => path.startsWith('base-')),
  };
}

/** Whole persons inside the study area; `null` where no demand point knows. */
function inhabitants({ population }: CityTables): number | null {
  let sum: number | null = null;
  for (const { outside, total } of population) {
    if (!outside && total !== null) sum = (sum ?? 0) + total;
  }
  return sum === null ? null : Math.round(sum);
}
