import { describe, expect, it } from 'vitest';
import '../../../src/i18n/later-texts.ts';
import { planWords } from '../../../src/i18n/plan-words.ts';
import { createTexts } from '../../../src/i18n/translate.ts';
import { addNeed } from '../../../src/plan/actions/add-need.ts';
import { editObject } from '../../../src/plan/actions/edit-object.ts';
import { COLLECTION_NAMES, OBJECT_SCHEMAS } from '../../../src/plan/plan.ts';
import { headerSchema } from '../../../src/plan/types/records.ts';
import { EDITABLE_FIELDS } from '../../../src/plan/types/sites.ts';
import { objectName, type PlanSpeech, senderText, valueText } from '../../../src/ui/plans/plan-names.ts';
import { NOON, need, planWithKita, square } from '../../plan/plan-fixtures.ts';

function speech(language: 'de' | 'en' = 'de'): PlanSpeech {
  const plan = planWithKita();
  addNeed(plan, { need: need('n1'), at: NOON, by: 'Jugendamt' });
  const edit = { kind: 'site', objectId: 'osm:9', field: 'dwellings', value: 12, scenarioId: null } as const;
  editObject(plan, { ...edit, circle: 'agsp', reason: null });
  return { plan, words: planWords(language), t: createTexts(language) };
}

describe('every field of a plan', () => {
  it('has a word in both languages', () => {
    const shapes = [...COLLECTION_NAMES.map((name) => OBJECT_SCHEMAS[name]), headerSchema].map(
      (schema) => (schema as unknown as { shape: object }).shape,
    );
    const fields = new Set([...shapes, ...Object.values(EDITABLE_FIELDS)].flatMap((shape) => Object.keys(shape)));
    const unseen = ['id', 'planId', 'createdAt', 'createdBy'];
    for (const language of ['de', 'en'] as const) {
      const { field } = planWords(language);
      const known = { de: 'Kosten in Euro', en: 'cost in euro' };
      expect(field('costEuro')).toBe(known[language]);
      const without = [...fields].filter((name) => !unseen.includes(name) && field(name) === name && !SAME.has(name));
      expect(without).toEqual([]);
    }
  });
});

/** English words that are the field's own name. */
const SAME = new Set(
  (
    'name description order circle kind position from to status funding reason pilot service form capacity groups stage infill ' +
    'dwellings owner grade year share parameter low middle high probability use value by title place topic quantity unit ' +
    'requirements urgency reference evidence combinable links at content answer sentence bytes decision list part weight on ' +
    'explanation group question run item result basis note date method text body subjects indicator short removed city geometry'
  ).split(' '),
);

describe('an object', () => {
  it('is called by its name, else by what it is about and belongs to', () => {
    const de = speech();
    expect(objectName('measures', 'k1', de)).toBe('Kita k1');
    expect(objectName('needs', 'n1', de)).toBe('Jugendraum');
    expect(objectName('measureOffers', 'k1-u3', de)).toBe('Kita U3 – Kita k1');
    expect(objectName('edits', 'base|site|osm:9|dwellings', de)).toBe('Wohnungen (osm:9)');
    expect(objectName('header', '', de)).toBe('Kitas West');
    expect(objectName('sites', 'osm:9', de)).toBe('osm:9');
  });
});

describe('a value', () => {
  it('is said the way of the language', () => {
    const [de, en] = [speech('de'), speech('en')];
    expect(valueText('costEuro', 4_200_000, de)).toBe('4.200.000');
    expect(valueText('year', 2030, de)).toBe('2030');
    expect([valueText('pilot', true, de), valueText('costEuro', null, de)]).toEqual(['ja', 'k. A.']);
    expect([valueText('status', 'planned', de), valueText('status', 'planned', en)]).toEqual(['geplant', 'planned']);
    expect([valueText('from', '2029-09-01', de), valueText('from', '2029-09-01', en)]).toEqual([
      '01.09.2029',
      '1 Sept 2029',
    ]);
    expect(valueText('scenarioId', 'a', de)).toBe('Szenario a');
    expect(valueText('plotId', 'osm:7', de)).toBe('osm:7');
    expect(valueText('service', 'kita-u3', de)).toBe('Kita U3');
    // A ring of four corners names the first twice.
    expect(valueText('geometry', square(9, 48), de)).toBe('Umriss mit 5 Punkten');
    expect(valueText('agreedBy', ['a', 'b'], de)).toBe('a, b');
  });

  it('that someone wrote stays as it was written, whatever it looks like', () => {
    expect(valueText('name', '<b>open</b>', speech())).toBe('<b>open</b>');
    expect(valueText('reason', 'open', speech())).toBe('open');
  });
});

describe('a sender', () => {
  it('is person and department, the department by its name in the plan', () => {
    const de = speech();
    expect(senderText({ author: 'Kita-Planung', department: 'jugend' }, de)).toBe('Kita-Planung, Amt jugend');
    expect(senderText({ author: 'Jugendamt', department: 'Jugendamt' }, de)).toBe('Jugendamt');
    expect(senderText({ author: null, department: null }, de)).toBe('unbekannt');
  });
});
