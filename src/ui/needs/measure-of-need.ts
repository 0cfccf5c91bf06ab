import type { Texts } from '../../i18n/translate.ts';
import { circleForNew } from '../../plan/readers/circles.ts';
import type { NeedRest } from '../../plan/readers/need-measures.ts';
import type { Need } from '../../plan/types/needs.ts';
import type { LonLat } from '../../shared/coordinates.ts';
import type { ServiceId } from '../../shared/services.ts';
import type { AppParts } from '../common/app-context.ts';
import { emptyFields, type MeasureFields } from '../measures/measure-fields.ts';
import { measureUi, showScreen } from '../measures/measure-ui.ts';

export interface MeasureWish {
  readonly needs: readonly Need[];
  /** The bundle that they are of; `null` = it answers the one need. */
  readonly bundleId: string | null;
  /** Name and reason of the measure. */
  readonly name: string;
  /** Where it may stand; `null` = to be chosen in the form. */
  readonly position: LonLat | null;
  readonly scenarioId: string;
  readonly restOf: (needId: string) => NeedRest | null;
}

/** What a new house would offer so that nothing of the needs is left: an offer per service, in the order of the needs. */
export function offersOfNeeds(
  { needs, restOf }: Pick<MeasureWish, 'needs' | 'restOf'>,
  newId: () => string,
  write: (value: number) => string,
): MeasureFields['offers'] {
  const places = new Map<ServiceId, number | null>();
  for (const need of needs) {
    if (need.service === null) continue;
    const counts = need.unit !== 'houses' && need.unit !== 'square-meters';
    const left = counts ? (restOf(need.id)?.left ?? need.quantity) : null;
    const before = places.get(need.service);
    places.set(need.service, before == null ? left : before + (left ?? 0));
  }
  return [...places].map(([service, value]) => ({
    id: newId(),
    service,
    form: '',
    capacity: value === null ? '' : write(value),
    groups: '',
  }));
}

/** Opens the form of a measure with what the needs ask for; it is linked with them when it is saved. */
export async function beginMeasure(app: AppParts, wish: MeasureWish, t: Texts): Promise<void> {
  const { view, measureSession, needSession } = app;
  const { needs, bundleId, name, position, scenarioId } = wish;
  // What was begun in another scenario is dropped when it changes: first the scenario, then the form.
  if (view.getState().scenarioId !== scenarioId) view.setState({ scenarioId });
  const place = position === null ? null : await measureSession.placeAt(position, scenarioId).catch(() => null);
  const day = needs
    .map(({ neededBy }) => neededBy)
    .filter((found) => found !== null)
    .sort()[0];
  const plain = (value: number) => (t.language === 'de' ? String(value).replace('.', ',') : String(value));
  const blank = emptyFields(needSession.newId(), 'add');
  const fields: MeasureFields = {
    ...blank,
    name,
    place: place === null || place.outside ? null : place,
    from: day === undefined ? '' : t.format.date(day),
    reason: needs.map(({ title }) => title).join('; '),
    offers: offersOfNeeds(wish, needSession.newId, plain),
    // Name and reason tell of the needs.
    circle: circleForNew(needs.map(({ circle }) => circle)),
    hidden: { ...blank.hidden, needId: bundleId === null ? (needs[0]?.id ?? null) : null, bundleId },
  };
  measureUi.setState({ form: { fields, isNew: true } });
  showScreen('form');
  view.setState({ panel: 'measures' });
}
