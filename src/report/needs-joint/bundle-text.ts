import type { Texts } from '../../i18n/translate.ts';
import type { BundlePair, BundlePlace, BundleRules, Obstacle } from '../../questions/needs/need-calls.ts';
import { listText } from '../words.ts';
import { areaText } from './words.ts';

/** The title of a need by its id. */
export type TitleOf = (id: string) => string;

/** "Gemeinbedarfsfläche Am Anger"; a site is called one; a plot without a name by its id. */
export function placeText({ kind, id, name }: Pick<BundlePlace, 'kind' | 'id' | 'name'>, t: Texts): string {
  return kind === 'plot' && name !== null ? name : t(`joint.place-${kind}`, { name: name ?? id });
}

/** Size, owner and reservation of a place. */
export function placeFacts({ areaSquareMeters, owner, reservedFor }: BundlePlace, t: Texts): string {
  const facts = t('joint.place-facts', {
    area: areaText(areaSquareMeters, t),
    owner: owner ?? t('joint.owner-unknown'),
  });
  return reservedFor === null ? facts : `${facts}, ${t('joint.reserved', { what: reservedFor })}`;
}

/** "++ stark, gleiche Zielgruppe, Termine 6 Monate auseinander". */
export function pairText({ cell, sameTarget, monthsApart }: BundlePair, t: Texts): string {
  return [
    t(`joint.pair-${cell}`),
    ...(sameTarget ? [t('joint.pair-target')] : []),
    monthsApart === 0 ? t('joint.pair-same-date') : t.count('joint.pair-months', monthsApart),
  ].join(', ');
}

/** Why needs do not fit, in one sentence. */
export function obstacleText(obstacle: Obstacle, rules: BundleRules, titleOf: TitleOf, t: Texts): string {
  const needs = listText(
    obstacle.needIds.map((id) => `„${titleOf(id)}“`).map((name) => (t.language === 'de' ? name : english(name))),
    t,
  );
  const meters = (value: number) => t.format.unit(value, 'm', 0);
  switch (obstacle.misfit) {
    case 'blocked':
      return t('joint.misfit-blocked', { need: needs, why: t(`joint.block-${obstacle.block ?? 'status'}`) });
    case 'noise':
      return t('joint.misfit-noise', { needs });
    case 'neutral':
      return t('joint.misfit-neutral', { needs });
    case 'dates':
      return t('joint.misfit-dates', { needs, months: obstacle.monthsApart ?? 0, limit: rules.monthsApart });
    case 'distance': {
      const limit = meters(rules.walkMeters);
      const walk = obstacle.walkMeters ?? null;
      return walk === null
        ? t('joint.misfit-distance-far', { limit, walk: meters(3 * rules.walkMeters) })
        : t('joint.misfit-distance', { limit, walk: meters(walk) });
    }
    case 'area':
      return t('joint.misfit-area', {
        needed: areaText(obstacle.neededSquareMeters ?? null, t),
        has: areaText(obstacle.placeSquareMeters ?? null, t),
        place: obstacle.placeName ?? t('missing.short'),
      });
  }
}

const english = (name: string) => name.replace('„', '“').replace(/“$/, '”');
