import type { Where } from '../../shared/problem.ts';
import { PACKAGE_FILES } from '../package-files.ts';
import type { CityContent } from '../types.ts';
import { checkDistricts, indexDistricts } from './check-districts.ts';
import { checkFigures } from './check-figures.ts';
import { checkGeometries } from './check-geometries.ts';
import { checkHouses } from './check-houses.ts';
import { checkIdentity } from './check-identity.ts';
import { checkNetwork } from './check-network.ts';
import { checkPopulation } from './check-population.ts';
import { checkSites } from './check-sites.ts';
import { refuseRule, requireUniqueIds } from './refuse.ts';

/**
 * The rules every package keeps (see `README.md`): ids stand once per layer, age bands are contiguous, districts nest, every inhabitant
 * belongs to one district per level, figures are not negative, days are days, references lead somewhere, coordinates are degrees.
 * Throws the first `city.rule-broken`, naming layer, object, found and expected.
 */
export function checkCity(content: CityContent): void {
  checkIdentity(content.identity, PACKAGE_FILES.manifest);
  checkIds(content);
  checkGeometries(content);
  const districts = indexDistricts(content.districts);
  checkDistricts(content, districts);
  checkPopulation(content, districts);
  checkHouses(content, districts);
  checkSites(content);
  checkFigures(content, districts);
  checkSources(content);
  if (content.network !== null) checkNetwork(content.network);
}

function checkIds(content: CityContent): void {
  requireUniqueIds(content.districts, 'districts');
  requireUniqueIds(content.population, 'population');
  requireUniqueIds(content.houses, 'facilities');
  requireUniqueIds(content.catchments, 'catchments');
  requireUniqueIds(content.context, 'context');
  requireUniqueIds(content.supplyAreas, 'supply-areas');
  requireUniqueIds(content.sites, 'sites');
  requireUniqueIds(content.plots, 'plots');
  requireUniqueIds(content.social, 'social');
}

/** `source` is a place in the list of sources. */
function checkSources(content: CityContent): void {
  const require = (items: readonly { readonly source: number; readonly id?: string }[], layer: string) => {
    items.forEach(({ source, id }, i) => {
      if (Number.isInteger(source) && source >= 0 && source < content.sources.length) return;
      const where: Where = { layer, feature: id ?? String(i + 1), column: 'source' };
      refuseRule('known-source', source, where, content.sources.length);
    });
  };
  require(content.houses, 'facilities');
  require(content.supplyAreas, 'supply-areas');
  require(content.context, 'context');
  require(content.sites, 'sites');
  require(content.plots, 'plots');
  require(content.districtFigures, 'district-figures');
  require(content.social, 'social');
  require(content.history, 'history');
}
