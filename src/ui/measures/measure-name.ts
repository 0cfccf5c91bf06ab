import type { Texts } from '../../i18n/translate.ts';
import type { ObjectOf } from '../../plan/plan.ts';

/** A measure's name; one without is called after what it does, e.g. "Neues Haus Kita U3". */
export function measureName(
  { name, kind }: Pick<ObjectOf<'measures'>, 'name' | 'kind'>,
  offers: readonly Pick<ObjectOf<'measureOffers'>, 'service'>[],
  t: Texts,
): string {
  if (name.trim() !== '') return name;
  const [first] = offers;
  const service = first === undefined ? '' : t(`service.${first.service}`);
  return t('measures.unnamed', { kind: t(`measures.kind-${kind}`), service }).trim();
}
