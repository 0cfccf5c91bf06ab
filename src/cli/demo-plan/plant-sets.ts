import { addObject } from '../../plan/actions/add-object.ts';
import type { Random } from '../../shared/random.ts';
import type { DemoFigures } from './demo-figures.ts';
import type { DemoGround } from './demo-ground.ts';
import { CONTACT_ROLES, type DepartmentId } from './departments.ts';
import { placeSets, type SpottedSet } from './place-sets.ts';
import { momentAfter } from './plan-days.ts';
import type { PlanScript } from './plan-script.ts';
import type { PlacedSet, PlantedSets, SetRule } from './planted-sets.ts';
import { draftOfKind, moveNeed, reportNeed } from './report-need.ts';

/** What another department says on the first need of a set. */
const WORDS: Readonly<Record<SetRule, readonly [DepartmentId, 'supports' | 'adds' | 'objects', string]>> = {
  strong: ['stadtplanungsamt', 'supports', 'Der Standort ist aus Sicht der Stadtplanung gut geeignet.'],
  possible: ['stadtplanungsamt', 'adds', 'Geht mit getrennten Zugängen und abgestimmten Öffnungszeiten.'],
  distance: ['stadtplanungsamt', 'adds', 'Für den zweiten Bedarf ist hier kein Weg zu Fuß zumutbar.'],
  noise: ['gesundheitsamt', 'objects', 'Abendlärm und Ruhebedürfnis vertragen sich an einem Standort nicht.'],
  dates: ['stadtplanungsamt', 'adds', 'Zwischen beiden Terminen liegen Jahre; ein gemeinsamer Bau hieße Leerstand.'],
  area: ['stadtplanungsamt', 'objects', 'Die Fläche reicht für einen der beiden Bedarfe, nicht für beide.'],
};

/** Reports the needs of the planted sets and near misses, checks every second set, and says which is which. */
export function plantSets(script: PlanScript, ground: DemoGround, figures: DemoFigures, random: Random): PlantedSets {
  const placed = placeSets(ground, random);
  const sets = placed.map((set, number) => reportSet(script, ground, figures, set, number));
  return {
    bundles: sets.filter(({ rule }) => rule === 'strong' || rule === 'possible'),
    nearMisses: sets.filter(({ rule }) => rule !== 'strong' && rule !== 'possible'),
  };
}

function reportSet(
  script: PlanScript,
  ground: DemoGround,
  figures: DemoFigures,
  { seed, anchor, needs }: SpottedSet,
  number: number,
): PlacedSet {
  const ids = needs.map((need, i) => {
    const id = `bedarf-${seed.id}-${'abc'[i]!}`;
    const at = momentAfter('2026-03-04', number, 35 * i);
    const where = { place: need.place, borough: anchor.borough, title: ground.nameOf(anchor.quarter) };
    const draft = draftOfKind(need.kind, id, where, need.neededBy, figures, at);
    const own = need.plotSquareMeters === null ? {} : { plotSquareMeters: need.plotSquareMeters };
    reportNeed(script, { ...draft, ...own }, at);
    if (number % 2 === 0)
      moveNeed(script, draft, [{ status: 'checked', at: momentAfter('2026-04-13', number, 35 * i), by: 'agsp' }]);
    return id;
  });
  if (number % 3 === 0) {
    const [departmentId, kind, sentence] = WORDS[seed.rule];
    const at = momentAfter('2026-05-11', number, 20);
    const by = CONTACT_ROLES[departmentId];
    const object = { id: `wort-${seed.id}`, needId: ids[0]!, departmentId, kind, sentence, at, by };
    const label = { code: 'change.added', params: { collection: 'supports', name: sentence } } as const;
    script.act(addObject, { collection: 'supports', object }, label, departmentId, at);
  }
  return { id: seed.id, rule: seed.rule, needIds: ids, place: { kind: anchor.kind, id: anchor.id } };
}
