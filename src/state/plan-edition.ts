import { setPlanCity } from '../plan/actions/set-plan-city.ts';
import type { CityPlace, CityReference, EditionChange, RememberedPlaces } from '../plan/readers/city-references.ts';
import type { PlanDesk } from './plan-desk.ts';

export interface PlanEdition {
  /** What the open edition of the city changes for the open plan; `null` = it was made on this edition, or none is open. */
  compareEdition(): Promise<EditionChange | null>;
  /** Carries the plan over: from now on it names the open edition. Frozen figures keep theirs. */
  carryOver(): Promise<void>;
  /** Notes where the city's objects lie that the plan names, so that another edition can be compared with this one. */
  rememberPlaces(): Promise<void>;
}

export function createPlanEdition(desk: PlanDesk): PlanEdition {
  const { memory, findPlaces } = desk.parts;
  const isOther = () => desk.document()?.plan.header.city.edition !== desk.city().edition;
  const load = () => import('../plan/readers/city-references.ts');

  const compare = async (): Promise<EditionChange | null> => {
    const document = desk.document();
    if (document === null || !isOther()) return null;
    const { cityReferences, compareReferences } = await load();
    const { planId, city } = document.plan.header;
    const references = cityReferences(document.plan);
    const found = await findPlaces(references.map(({ ref }) => ref));
    const remembered = memory.places(planId);
    return compareReferences(references, found, remembered?.edition === city.edition ? remembered : null);
  };
  const remember = async () => {
    const document = desk.document();
    if (document === null || isOther()) return;
    const { cityReferences, refKey } = await load();
    const references = cityReferences(document.plan);
    const known = memory.places(document.plan.header.planId);
    const { edition } = desk.city();
    if (references.length === 0) return;
    if (known?.edition === edition && references.every(({ ref }) => refKey(ref) in known.places)) return;
    const found = await findPlaces(references.map(({ ref }) => ref));
    const places = placesOf(references, found, refKey);
    memory.rememberPlaces(document.plan.header.planId, { edition, places });
  };
  return {
    compareEdition: compare,
    rememberPlaces: remember,
    carryOver: async () => {
      const document = desk.document();
      if (document === null) return;
      const { edition } = desk.city();
      const city = { ...document.plan.header.city, edition, checksum: null };
      const label = { code: 'change.edition', params: { edition } } as const;
      document.apply(setPlanCity, { city }, { ...desk.signed(), label });
      await remember();
    },
  };
}

/** Objects that are not there are left out: they are asked for again, should they come back. */
function placesOf(
  references: readonly CityReference[],
  found: readonly (CityPlace | null)[],
  keyOf: (ref: CityReference['ref']) => string,
): RememberedPlaces['places'] {
  const places = references.flatMap(({ ref }, i) => {
    const place = found[i] ?? null;
    return place === null ? [] : [[keyOf(ref), { name: place.name, position: place.position }] as const];
  });
  return Object.fromEntries(places);
}
