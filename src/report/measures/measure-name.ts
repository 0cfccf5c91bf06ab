import '../../i18n/later-texts.ts';
import type { Texts } from '../../i18n/translate.ts';
import type { ObjectOf } from '../../plan/plan.ts';

/** A measure's name; one without is called after what it does, e.g. "Neues Haus Kita U3", "Schließen: Kita Sonnenschein". */
export function measureName(
  { name, kind }: Pick<ObjectOf<'measures'>, 'name' | 'kind'>,
  offers: readonly Pick<ObjectOf<'measureOffers'>, 'service'>[],
  t: Texts,
  /** What the house is called that it acts on; `null` = not known, or its own. */
  house: string | null = null,
): string {
  if (name.trim() !== '') return name;
  if (house !== null) return t('measures.unnamed-house', { kind: t(`measures.kind-${kind}`), house });
  const [first] = offers;
  const service = first === undefined ? '' : t(`service.${first.service}`);
  return t('measures.unnamed', { kind: t(`measures.kind-${kind}`), service }).trim();
}
