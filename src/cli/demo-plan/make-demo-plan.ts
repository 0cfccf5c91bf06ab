import { sha256Hex } from '../../city/checksum.ts';
import type { CityContent } from '../../city/types.ts';
import { seededRandom } from '../../shared/random.ts';
import { agreeFigures, discussNeeds, rankNeeds, recordDecisions } from './agreements.ts';
import { reportThemes } from './city-needs.ts';
import { createDemoFigures } from './demo-figures.ts';
import { surveyGround } from './demo-ground.ts';
import { addDepartments } from './departments.ts';
import { reportLocalNeeds } from './local-needs.ts';
import { PlanScript } from './plan-script.ts';
import { plantSets } from './plant-sets.ts';
import type { PlantedSets } from './planted-sets.ts';
import { writeScenarios } from './scenarios.ts';
import { reportSiteNeeds } from './site-needs.ts';
import { writeSiteRecords } from './site-records.ts';

/** Name of the plan file beside the package of the demo city; no file of the package, its manifest does not name it. */
export const DEMO_PLAN_FILE = 'plan.gemeinbedarf';

export interface DemoPlan {
  /** The plan file, with its history. */
  readonly bytes: Uint8Array;
  /** Which of its needs were planted to fit together, or to miss by one thing. */
  readonly planted: PlantedSets;
}

const SEED = 20_260_302;

/**
 * Makes the example plan of a generated city: needs of six departments, bundles that fit and some that just do not, three scenarios, two
 * sites under check, what a past session agreed. Everything is chosen by the city's own objects and figures, so that it works at every
 * scale (a village has fewer); the same package gives the same bytes. `city` is the package as it is read, `manifest` the bytes of its
 * manifest. About a second and a half at full size.
 */
export function makeDemoPlan(city: CityContent, edition: string, manifest: Uint8Array): DemoPlan {
  const random = seededRandom(SEED);
  const ground = surveyGround(city);
  const figures = createDemoFigures(city, edition);
  const script = new PlanScript();
  addDepartments(script);
  const planted = plantSets(script, ground, figures, random.fork('sets'));
  const plantedPlots = new Set([...planted.bundles, ...planted.nearMisses].map(({ place }) => place.id));
  const themes = reportThemes(script, ground);
  const needs = reportLocalNeeds(script, ground, figures, plantedPlots);
  const siteNeeds = reportSiteNeeds(script, ground, figures);
  discussNeeds(script, needs);
  writeScenarios(script, ground, figures, needs, siteNeeds, plantedPlots);
  writeSiteRecords(script, ground, themes);
  rankNeeds(script, needs);
  agreeFigures(script, figures);
  recordDecisions(script, ground, figures, needs);
  const header = {
    name: `Beispielplan ${city.identity.name}`,
    description: 'Erfunden wie die Stadt: Bedarfe, Szenarien, Prüfungen und eine Sitzung zum Ausprobieren.',
    city: { id: city.identity.id, name: city.identity.name, edition, checksum: sha256Hex(manifest) },
  };
  return { bytes: script.write(header, 'agsp'), planted };
}
