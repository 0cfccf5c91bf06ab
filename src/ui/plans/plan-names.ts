import type { PlanWords } from '../../i18n/plan-words.ts';
import type { TextKey, Texts } from '../../i18n/translate.ts';
import { REFERENCES } from '../../plan/collections.ts';
import { type CollectionName, collectionOf, type Plan } from '../../plan/plan.ts';
import { findObject } from '../../plan/require-object.ts';

/** What turns ids, codes and values of a plan into words. */
export interface PlanSpeech {
  readonly plan: Plan;
  readonly words: PlanWords;
  readonly t: Texts;
}

type Fields = Readonly<Record<string, unknown>>;

/** What a person is called who signed: "Kita-Planung, Jugendamt". */
export function senderText(
  { author, department }: { readonly author: string | null; readonly department: string | null },
  { plan, t }: Pick<PlanSpeech, 'plan' | 't'>,
): string {
  const office = department === null ? null : (findObject(plan, 'departments', department)?.name ?? department);
  return (
    [author, office === author ? null : office].filter((part) => part !== null && part !== '').join(', ') ||
    t('plans.nobody')
  );
}

/** What an object is called: its own name, else what it is about and what it belongs to. */
export function objectName(collection: CollectionName | 'header', id: string, speech: PlanSpeech): string {
  const { plan, t } = speech;
  if (collection === 'header') return plan.header.name;
  const object = findObject(plan, collection, id) as Fields | null;
  if (object === null) return id;
  const own = ownName(collection, object, speech);
  const wholes = REFERENCES[collection].flatMap(({ field, collection: whole, part }) => {
    const wholeId = object[field];
    if (!part || typeof wholeId !== 'string') return [];
    return collectionOf(plan, whole)[wholeId] === undefined ? [wholeId] : [objectName(whole, wholeId, speech)];
  });
  const hasName = typeof object.name === 'string' || typeof object.title === 'string';
  return hasName && own !== '' ? own : [own, ...wholes].filter((part) => part !== '').join(' – ') || t('plans.nobody');
}

function ownName(collection: CollectionName, object: Fields, { words, t }: PlanSpeech): string {
  if (collection === 'edits') return `${words.field(String(object.field))} (${object.objectId})`;
  for (const field of ['name', 'title', 'question', 'sentence'] as const) {
    const text = object[field];
    if (typeof text === 'string' && text !== '') return text;
  }
  const parts = ['service', 'parameter', 'stage', 'item', 'part', 'year', 'districtId', 'houseId'].flatMap((field) => {
    const value = object[field];
    if (field === 'service' && typeof value === 'string') return [t(`service.${value}` as TextKey & `service.kita-u3`)];
    return value === undefined || value === null ? [] : [String(value)];
  });
  return collection === 'indicatorVersions' ? String(object.id) : parts.join(' ');
}

/** Fields that hold the id of another object, and of which collection. */
const REFERENCE_FIELDS: Readonly<Record<string, CollectionName>> = {
  scenarioId: 'scenarios',
  copiedFrom: 'scenarios',
  needId: 'needs',
  bundleId: 'bundles',
  plotId: 'plots',
  siteId: 'sites',
  measureId: 'measures',
  departmentId: 'departments',
  decisionId: 'decisions',
};

const ISO_DATE = /^\d{4}-\d{2}-\d{2}$/;

/** A value of a field in words: "k. A.", "ja", "1.250", "geplant", "Umriss mit 12 Punkten". Text is text, whatever it looks like. */
export function valueText(field: string, value: unknown, speech: PlanSpeech): string {
  const { plan, t } = speech;
  if (value === null || value === undefined) return t('plans.missing');
  if (typeof value === 'boolean') return t(value ? 'plans.yes' : 'plans.no');
  if (typeof value === 'number') return field === 'year' ? String(value) : t.format.number(value);
  if (typeof value === 'string') return wordOf(field, value, speech);
  if (value instanceof Uint8Array) return t.format.bytes(value.length);
  if (Array.isArray(value)) {
    if (field === 'position') return value.map((part) => t.format.number(Number(part), 5)).join(' / ');
    const said = value.filter((item) => typeof item === 'string').map((item) => wordOf(field, item, speech));
    return said.length === value.length ? said.join(', ') || '–' : t.count('plans.entries', value.length);
  }
  const object = value as Fields;
  if (object.type === 'Polygon' || object.type === 'MultiPolygon')
    return t('plans.points', { count: countPoints(object.coordinates) });
  if (field === 'place') return placeText(object, plan, speech);
  if (field === 'city') return `${object.name} ${object.edition}`;
  return t.count('plans.entries', Object.keys(object).length);
}

function wordOf(field: string, value: string, speech: PlanSpeech): string {
  const { plan, words, t } = speech;
  const collection = REFERENCE_FIELDS[field];
  if (collection !== undefined)
    return findObject(plan, collection, value) === null ? value : objectName(collection, value, speech);
  if (field === 'service') return t.has(`service.${value}`) ? t(`service.${value}` as 'service.kita-u3') : value;
  if (ISO_DATE.test(value)) return t.format.date(value);
  return FREE_TEXT.has(field) ? value : words.code(value);
}

/** What people write: never read as a code. */
const FREE_TEXT: ReadonlySet<string> = new Set([
  'name',
  'title',
  'description',
  'text',
  'reason',
  'note',
  'sentence',
  'question',
  'topic',
]);

function placeText(place: Fields, plan: Plan, speech: PlanSpeech): string {
  const id = place.districtId ?? place.siteId ?? place.plotId;
  if (typeof id === 'string') return findObject(plan, place.kind === 'plot' ? 'plots' : 'sites', id)?.name ?? id;
  if (place.kind === 'point') return valueText('position', place.position, speech);
  return place.kind === 'area' ? valueText('geometry', place.geometry, speech) : speech.words.field('city');
}

function countPoints(coordinates: unknown): number {
  if (!Array.isArray(coordinates)) return 0;
  return typeof coordinates[0] === 'number' ? 1 : coordinates.reduce<number>((sum, part) => sum + countPoints(part), 0);
}
