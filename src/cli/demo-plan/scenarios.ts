import { editObject } from '../../plan/actions/edit-object.ts';
import { setSitePhases } from '../../plan/actions/set-site-phases.ts';
import type { EditedValue } from '../../plan/types/sites.ts';
import type { DemoFigures } from './demo-figures.ts';
import { airMeters, type DemoGround, type Ground, placesOf } from './demo-ground.ts';
import { CONTACT_ROLES } from './departments.ts';
import { type LocalNeeds, worstBorough } from './local-needs.ts';
import type { KindName } from './need-kinds.ts';
import { momentAfter } from './plan-days.ts';
import type { PlanScript } from './plan-script.ts';
import { beginScenario, type Places, type ScenarioWriter, standsOn, statedHouses } from './scenario-writer.ts';
import { largestSites } from './site-needs.ts';

/** A four-group Kita as it is usually built: 20 places under 3, 40 from 3 on. */
const FOUR_GROUPS: readonly Places[] = [
  { service: 'kita-u3', form: 'Krippe', capacity: 20, groups: 2 },
  { service: 'kita-ue3', form: 'GT', capacity: 40, groups: 2 },
];

interface Material {
  readonly script: PlanScript;
  readonly ground: DemoGround;
  readonly figures: DemoFigures;
  readonly needs: LocalNeeds;
  /** Plots that a measure may still stand on. */
  readonly plotFor: (boroughId: string, leastSquareMeters: number) => Ground | null;
}

/** Each plot is given away once; one of the district if there is one, else the nearest of the city. */
function plotGiver(ground: DemoGround, reserved: ReadonlySet<string>): Material['plotFor'] {
  const given = new Set(reserved);
  return (boroughId, least) => {
    const free = ground.plots.filter(
      ({ id, plot, areaSquareMeters }) =>
        !given.has(id) && areaSquareMeters >= least && !['Feuerwehr', 'Schule', 'Kirche'].includes(plot!.use ?? ''),
    );
    const middle = ground.plots.find(({ borough }) => borough === boroughId) ?? ground.plots[0];
    const rank = ({ borough, plot, position }: Ground) =>
      (borough === boroughId ? 0 : 100_000) +
      (plot!.owner === 'Stadt Musterstadt' ? 0 : 50_000) +
      (middle === undefined ? 0 : airMeters(position, middle.position));
    const found = [...free].sort((a, b) => rank(a) - rank(b) || (a.id < b.id ? -1 : 1))[0] ?? null;
    if (found !== null) given.add(found.id);
    return found;
  };
}

/** Plan A: more in the houses there are. */
function strengthenStock({ script, ground, figures, needs, plotFor }: Material): void {
  const day = '2026-05-18';
  const plan = beginScenario(
    script,
    {
      id: 'plan-a',
      name: 'Plan A: Bestand stärken',
      description: 'Anbauten und Ersatz an bestehenden Häusern, wo am meisten Plätze fehlen.',
    },
    'agsp',
    day,
  );
  const enlarge = (kind: KindName, worst: number, places: readonly Places[], more: object) => {
    const house = statedHouses(ground, worstBorough(ground, figures, kind, worst), kind)[0];
    if (house !== undefined)
      plan.add({ kind: 'enlarge', name: `Anbau ${house.name}`, houseId: house.id, places, ...more });
  };
  const group = { service: 'kita-ue3', form: 'GT', capacity: 20, groups: 1 } as const;
  const crib = { service: 'kita-u3', form: 'Krippe', capacity: 10, groups: 1 } as const;
  enlarge('kita-ue3', 0, [group, crib], {
    from: '2028-09-01',
    status: 'secured',
    funding: 'funded',
    needId: needs.byName.get('kita-1') ?? null,
  });
  enlarge('kita-ue3', 1, [group], {
    from: '2028-09-01',
    funding: 'partly',
    needId: needs.byName.get('kita-2') ?? null,
  });
  enlarge('kita-ue3', 2, [group], { from: '2029-09-01', funding: 'unfunded' });
  enlarge('kita-u3', 1, [{ ...crib, capacity: 20, groups: 2 }], { from: '2028-03-01', funding: 'partly' });
  enlarge('grundschule', 0, [{ service: 'grundschule', capacity: 100, groups: 1 }], {
    from: '2030-09-01',
    funding: 'unfunded',
    reason: 'Ein Zug mehr: vier Klassen zu 25 Kindern.',
  });
  enlarge('ganztag', 1, [{ service: 'ganztag', form: 'offen', capacity: 50 }], {
    from: '2027-09-01',
    funding: 'funded',
  });
  enlarge('jugendtreff', 0, [{ service: 'jugendtreff', capacity: 40 }], {
    from: '2028-01-01',
    status: 'idea',
    funding: 'unfunded',
    needId: needs.byName.get('jugend-1') ?? null,
  });
  replaceSmallKita(plan, ground, worstBorough(ground, figures, 'kita-u3', 0), plotFor);
  const meeting = ground.houses.find((house) => house.offers.some(({ service }) => service === 'begegnung'));
  const target = meeting === undefined ? null : plotFor(meeting.districts[0]!, 600);
  if (meeting !== undefined && target !== null)
    plan.add({
      kind: 'move',
      name: `Umzug ${meeting.name}`,
      houseId: meeting.id,
      ...standsOn(target),
      from: '2029-01-01',
      status: 'idea',
      funding: 'unfunded',
      reason: 'Mietvertrag endet; das neue Haus ist stufenlos erreichbar.',
    });
  enlarge('sporthalle', 1, [{ service: 'sporthalle', capacity: 405 }], {
    from: '2031-09-01',
    status: 'dropped',
    reason: 'Der Schulhof ist dafür zu klein.',
  });
}

/** The smallest Kita of a district gives way to a larger one on a plot; it closes on the day the new one opens. */
function replaceSmallKita(
  plan: ScenarioWriter,
  ground: DemoGround,
  boroughId: string,
  plotFor: Material['plotFor'],
): void {
  const old = statedHouses(ground, boroughId, 'kita-ue3').at(-1);
  const plot = plotFor(boroughId, 1800);
  if (old === undefined || plot === null) return;
  const from = '2029-09-01';
  plan.add({
    kind: 'add',
    name: `Ersatzneubau ${old.name}`,
    ...standsOn(plot),
    from,
    places: FOUR_GROUPS,
    funding: 'partly',
    reason: `Ersetzt ${old.name} (${placesOf(old, 'kita-ue3')} Plätze ab 3 Jahren); Sanierung wäre teurer als Neubau.`,
  });
  plan.add({
    kind: 'close',
    name: `Schließung ${old.name}`,
    houseId: old.id,
    from,
    reason: 'Ersatz am selben Tag; keine Unterbrechung.',
  });
}

/** Plan B: new houses on plots, two of them shared. */
function buildOnPlots({ script, ground, figures, needs, plotFor }: Material): void {
  const plan = beginScenario(
    script,
    {
      id: 'plan-b',
      name: 'Plan B: Neue Häuser auf Flächen',
      description: 'Neubauten auf Gemeinbedarfsflächen, wo es geht mehrere Angebote unter einem Dach.',
    },
    'agsp',
    '2026-05-19',
  );
  const build = (
    kind: KindName,
    worst: number,
    name: string,
    places: readonly Places[],
    least: number,
    more: object,
  ) => {
    const plot = plotFor(worstBorough(ground, figures, kind, worst), least);
    if (plot !== null)
      plan.add({ kind: 'add', name: `${name} ${ground.nameOf(plot.quarter)}`, ...standsOn(plot), places, ...more });
  };
  const fundings = ['funded', 'partly', 'unfunded'] as const;
  fundings.forEach((funding, i) => {
    build('kita-ue3', i, 'Kita', FOUR_GROUPS, 1800, {
      from: `${2028 + i}-09-01`,
      status: i === 0 ? 'secured' : 'planned',
      funding,
      // The third is a need that is met already.
      needId: i < 2 ? (needs.byName.get(`kita-${i + 1}`) ?? null) : null,
    });
  });
  build('kita-u3', 0, 'Krippe', [{ service: 'kita-u3', form: 'Krippe', capacity: 30, groups: 3 }], 900, {
    from: '2027-09-01',
    status: 'secured',
    funding: 'funded',
    needId: needs.byName.get('krippe-1') ?? null,
  });
  const zuege: readonly Places[] = [
    { service: 'grundschule', capacity: 200, groups: 2 },
    { service: 'ganztag', form: 'gebunden', capacity: 150 },
  ];
  build('grundschule', 0, 'Grundschule, zwei Züge,', zuege, 5000, { from: '2031-09-01', funding: 'unfunded' });
  build('sporthalle', 0, 'Sporthalle', [{ service: 'sporthalle', form: 'einfach', capacity: 405 }], 1100, {
    from: '2029-09-01',
    funding: 'partly',
    needId: needs.byName.get('halle-1') ?? null,
  });
  build('jugendtreff', 0, 'Jugendtreff', [{ service: 'jugendtreff', capacity: 60 }], 900, {
    from: '2029-03-01',
    status: 'idea',
    funding: 'unfunded',
    needId: needs.byName.get('jugend-1') ?? null,
  });
  build('pflege', 0, 'Pflegeheim', [{ service: 'pflege', capacity: 60 }], 2400, {
    from: '2031-01-01',
    status: 'idea',
    funding: 'unfunded',
    needId: needs.byName.get('pflege-1') ?? null,
  });
  const shared: readonly (readonly Places[])[] = [
    [
      { service: 'kita-ue3', form: 'GT', capacity: 60, groups: 3 },
      { service: 'familienzentrum', capacity: 1 },
    ],
    [
      { service: 'bibliothek', capacity: 1 },
      { service: 'begegnung', capacity: 60 },
    ],
  ];
  needs.bundles.forEach(({ id, ground: plot }, i) => {
    plan.add({
      kind: 'add',
      name: `${i === 0 ? 'Kinder- und Familienzentrum' : 'Bücher- und Begegnungshaus'} ${ground.nameOf(plot.quarter)}`,
      ...standsOn(plot),
      from: '2030-09-01',
      funding: i === 0 ? 'partly' : 'unfunded',
      places: shared[i]!,
      pilot: i === 0,
      bundleId: id,
      reason: 'Mehrere Bedarfe in einem Haus.',
    });
  });
}

/** Plan C: what the sites themselves can carry, with sites later and smaller than the city reckons. */
function buildWithSites({ script, ground, figures, plotFor }: Material, siteNeeds: readonly string[]): void {
  const day = '2026-05-20';
  const plan = beginScenario(
    script,
    {
      id: 'plan-c',
      name: 'Plan C: Mit den Vorhaben',
      description: 'Häuser in den Vorhaben; zwei Vorhaben kommen später und kleiner, eines entfällt.',
    },
    'stadtplanungsamt',
    day,
  );
  const sites = largestSites(ground);
  sites.slice(0, 4).forEach((at, i) => {
    const needId = siteNeeds.find((id) => id === `bedarf-vorhaben-${i + 1}-kita`) ?? null;
    plan.add({
      kind: 'add',
      name: `Kita ${at.name}`,
      ...standsOn(at),
      from: `${Math.max(2027, at.site!.firstOccupancy ?? 2030)}-09-01`,
      status: i === 0 ? 'secured' : 'planned',
      funding: (['funded', 'partly', 'unfunded', 'unfunded'] as const)[i]!,
      places: FOUR_GROUPS,
      needId,
    });
  });
  const extra: readonly (readonly [string, Places])[] = [
    ['Begegnungsraum', { service: 'begegnung', capacity: 60 }],
    ['Hausarztpraxis', { service: 'hausarzt', capacity: 2 }],
  ];
  extra.forEach(([name, places], i) => {
    const at = sites[i];
    if (at !== undefined)
      plan.add({
        kind: 'add',
        name: `${name} ${at.name}`,
        ...standsOn(at),
        from: '2031-01-01',
        status: 'idea',
        funding: 'unfunded',
        places: [places],
      });
  });
  const plot = plotFor(worstBorough(ground, figures, 'kita-u3', 1), 900);
  if (plot !== null)
    plan.add({
      kind: 'add',
      name: `Krippe auf Zeit ${ground.nameOf(plot.quarter)}`,
      ...standsOn(plot),
      from: '2027-03-01',
      to: '2033-09-01',
      funding: 'partly',
      places: [{ service: 'kita-u3', form: 'Krippe', capacity: 20, groups: 2 }],
      reason: 'Module, bis die Häuser der Vorhaben stehen.',
    });
  editSites(script, sites, day);
}

function editSites(script: PlanScript, sites: readonly Ground[], day: string): void {
  const edit = (at: Ground, value: EditedValue, reason: string, minutes: number) =>
    script.act(
      editObject,
      { scenarioId: 'plan-c', objectId: at.id, circle: 'agsp', reason, ...value },
      { code: 'change.changed', params: { collection: 'sites', name: at.name } },
      'stadtplanungsamt',
      momentAfter(day, 1, minutes),
    );
  const [first, second, third, fourth] = sites;
  if (first !== undefined) {
    const dwellings = Math.round((first.site!.dwellings! * 0.8) / 5) * 5;
    edit(first, { kind: 'site', field: 'dwellings', value: dwellings }, 'Rahmenplan mit mehr Grün.', 5);
    const start = Math.max(2028, first.site!.firstOccupancy ?? 2030);
    script.act(
      setSitePhases,
      {
        siteId: first.id,
        scenarioId: 'plan-c',
        phases: [
          { year: start, share: 0.25 },
          { year: start + 1, share: 0.25 },
          { year: start + 2, share: 0.25 },
          { year: start + 3, share: 0.25 },
        ],
        at: momentAfter(day, 1, 10),
        by: CONTACT_ROLES.stadtplanungsamt,
      },
      { code: 'change.changed', params: { collection: 'sites', name: first.name } },
      'stadtplanungsamt',
      momentAfter(day, 1, 10),
    );
  }
  if (second?.site?.firstOccupancy != null)
    edit(
      second,
      { kind: 'site', field: 'firstOccupancy', value: second.site.firstOccupancy + 2 },
      'Altlasten: zwei Jahre später.',
      15,
    );
  if (third !== undefined)
    edit(
      third,
      { kind: 'site', field: 'subsidisedShare', value: 0.4 },
      'Städtische Fläche: mehr geförderter Wohnraum.',
      20,
    );
  if (fourth !== undefined)
    edit(fourth, { kind: 'site', field: 'leftOut', value: true }, 'Ohne dieses Vorhaben gerechnet.', 25);
}

/** Three scenarios on the untouched base; plots that needs were planted on stay free. */
export function writeScenarios(
  script: PlanScript,
  ground: DemoGround,
  figures: DemoFigures,
  needs: LocalNeeds,
  siteNeeds: readonly string[],
  plantedPlots: ReadonlySet<string>,
): void {
  const reserved = new Set([...plantedPlots, ...needs.bundles.map(({ ground: { id } }) => id)]);
  const material: Material = { script, ground, figures, needs, plotFor: plotGiver(ground, reserved) };
  strengthenStock(material);
  // The scenarios are alternatives: each may use every plot.
  buildOnPlots({ ...material, plotFor: plotGiver(ground, reserved) });
  buildWithSites({ ...material, plotFor: plotGiver(ground, reserved) }, siteNeeds);
}
