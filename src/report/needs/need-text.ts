import '../../i18n/later-texts.ts';
import { planWords } from '../../i18n/plan-words.ts';
import type { Texts } from '../../i18n/translate.ts';
import type { FrozenFigures } from '../../plan/types/common.ts';
import type { NeedContent } from '../../plan/types/needs.ts';
import { EVIDENCE_FIGURES, type EvidenceFigure, requestOf } from '../../questions/need-evidence.ts';
import { figureName, figureText } from '../figure-text.ts';
import { capitalised } from '../words.ts';
import type { NeedRow } from './need-rows.ts';

/** Location requirements that the form offers. */
export const REQUIREMENTS = [
  'ground-floor',
  'square',
  'transit',
  'quiet',
  'own-entrance',
  'step-free',
  'outdoor',
] as const;

/** Units that the form offers; any other text stays as it is. */
export const NEED_UNITS = ['places', 'pupils', 'houses', 'square-meters', 'persons'] as const;

/** The meaning of a code of the plan: status, urgency, circle, … */
export function codeText(code: string, t: Texts): string {
  return planWords(t.language).code(code);
}

/** What a field of a need is called, as a label begins. */
export function fieldText(field: string, t: Texts): string {
  return capitalised(planWords(t.language).field(field));
}

/** "Kita U3", or the topic of a qualitative need. */
export function subjectText({ service, topic }: Pick<NeedContent, 'service' | 'topic'>, t: Texts): string {
  const words = [service === null ? null : t(`service.${service}`), topic];
  return words.filter((word) => word !== null && word.trim() !== '').join(' · ') || t('missing.short');
}

export function unitText(unit: string | null, t: Texts): string {
  if (unit === null) return '';
  return (NEED_UNITS as readonly string[]).includes(unit) ? t(`report-unit.${unit as 'places'}`) : unit;
}

/** Units whose word follows the number. */
const COUNTED = {
  places: 'needs.quantity-places',
  pupils: 'needs.quantity-pupils',
  houses: 'needs.quantity-houses',
  persons: 'needs.quantity-persons',
} as const;

/** "60 Plätze", "60"; "ohne Menge" for a qualitative need. */
export function quantityText({ quantity, unit }: Pick<NeedContent, 'quantity' | 'unit'>, t: Texts): string {
  if (quantity === null) return t('needs.no-quantity');
  if (unit !== null && Object.hasOwn(COUNTED, unit)) return t.count(COUNTED[unit as keyof typeof COUNTED], quantity);
  const word = unitText(unit, t);
  return word === '' ? t.format.number(quantity) : t.format.unit(quantity, word);
}

/** "40 offen, gemeldet 60 Plätze"; `null` where no measure answers the need. */
export function restText({ rest, need }: Pick<NeedRow, 'rest' | 'need'>, t: Texts): string | null {
  if (rest === null) return null;
  if (rest.left === null) return t.count('needs.rest-measures', rest.measures.length);
  if (rest.left === 0) return t('needs.rest-none');
  return t('needs.rest', { left: t.format.number(rest.left), all: quantityText(need, t) });
}

export function requirementText(code: string, t: Texts): string {
  return t.has(`needs.requirement-${code}`) ? t(`needs.requirement-${code as 'quiet'}`) : code;
}

/** Where a need is, in words: "ganze Stadt", "Vorhaben Bahnhof-Süd", "Punkt in Mitte (Umkreis 500 m)". */
export function placeText({ need: { place }, place: facts }: Pick<NeedRow, 'need' | 'place'>, t: Texts): string {
  if (place.kind === 'city') return t('needs.place-city');
  const area = facts?.path.at(-1)?.name ?? null;
  if (facts?.unknown) return t('needs.place-unknown');
  switch (place.kind) {
    case 'point': {
      const where = area === null ? t('needs.place-point') : t('needs.place-point-in', { area });
      const radius = place.searchRadiusMeters;
      return radius === null ? where : t('needs.place-radius', { where, radius: t.format.unit(radius, 'm', 0) });
    }
    case 'area':
      return area === null ? t('needs.place-area') : t('needs.place-area-in', { area });
    case 'district':
      return facts?.name ?? place.districtId;
    case 'site':
      return t('needs.place-site', { name: facts?.name ?? place.siteId });
    case 'plot':
      return t('needs.place-plot', { name: facts?.name ?? place.plotId });
  }
}

const isFigure = (column: string): column is EvidenceFigure => (EVIDENCE_FIGURES as readonly string[]).includes(column);

/** A figure's name and value; columns of another version keep their own names. */
export function evidenceName(column: string, t: Texts): string {
  return isFigure(column) ? figureName(column, t) : column;
}

export function evidenceValue(column: string, value: number | null, t: Texts): string {
  if (value === null) return t('missing.short');
  return isFigure(column) ? figureText(column, value, t) : t.format.number(value);
}

/** "2030, Stand 14.10.2025 – Mitte: Bedarf 120, Plätze 80": the last row, which is the place itself. */
export function evidenceText(frozen: FrozenFigures | null, t: Texts): string | null {
  const row = frozen?.rows.at(-1);
  if (frozen === null || row === undefined) return null;
  const figures = frozen.columns.map(
    (column, i) => `${evidenceName(column, t)} ${evidenceValue(column, row.values[i] ?? null, t)}`,
  );
  return t('needs.evidence-line', {
    year: String(requestOf(frozen)?.year ?? ''),
    date: t.format.date(frozen.at.slice(0, 10)),
    name: row.name,
    figures: figures.join(', '),
  });
}
