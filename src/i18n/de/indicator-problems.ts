import type { IndicatorProblems } from '../../shared/problems/indicators.ts';
import type { ProblemMessages } from '../problem-text.ts';

const UNITS: Readonly<Record<string, string>> = {
  places: 'Plätze',
  pupils: 'Schülerinnen und Schüler',
  'square-meters': 'm²',
  persons: 'Personen',
  houses: 'Einrichtungen',
};

const MODELS: Readonly<Record<string, string>> = {
  allocation: 'Verteilung auf Plätze',
  catchment: 'Schulbezirke',
  balance: 'Bilanz je Gebiet',
  area: 'Fläche je Person',
  reach: 'Erreichbarkeit',
  count: 'Zahl der Einrichtungen',
};

const MISSING: Readonly<Record<IndicatorProblems['indicator.missing']['what'], string>> = {
  value: 'Der Wert fehlt.',
  limit: 'Die Reichweite fehlt; dieses Modell braucht eine.',
  ages: 'Das Alter fehlt.',
  'group-size': 'Die Größe fehlt.',
  source: 'Zu einem Link gehört der Titel der Quelle.',
  'valid-from': 'Der Tag fehlt, ab dem der Kennwert gilt.',
  reason: 'Der Grund der Änderung fehlt.',
  author: 'Der Name fehlt.',
  reference: 'Die GRDrs-Nummer fehlt.',
  date: 'Das Datum des Beschlusses fehlt.',
  body: 'Das Gremium fehlt.',
};

const words = (codes: readonly string[], names: Readonly<Record<string, string>>) =>
  codes.map((code) => names[code] ?? code).join(', ');

export const indicatorProblemsDe: ProblemMessages<IndicatorProblems> = {
  'indicator.number-unreadable': (p) =>
    p.style === 'de'
      ? `„${p.found}“ ist keine Zahl. Schreiben Sie zum Beispiel 1.250 oder 12,5.`
      : `„${p.found}“ ist keine Zahl. Schreiben Sie zum Beispiel 1,250 oder 12.5.`,
  'indicator.date-unreadable': (p) =>
    `„${p.found}“ ist kein Datum. Schreiben Sie zum Beispiel 31.12.2026 oder 2026-12-31.`,
  'indicator.missing': (p) => MISSING[p.what],
  'indicator.outside': (p, f) =>
    `${f.number(p.found)} liegt außerhalb dessen, was hier möglich ist: ${f.number(p.least)} bis ${f.number(p.most)}.`,
  'indicator.range-alone': () => 'Eine Spanne ohne Wert sagt nichts: Tragen Sie auch den Wert ein.',
  'indicator.bounds-crossed': (p, f) => {
    const parts = [
      ...(p.low === null ? [] : [`niedrig ${f.number(p.low)}`]),
      `Wert ${f.number(p.value)}`,
      ...(p.high === null ? [] : [`hoch ${f.number(p.high)}`]),
    ];
    return `Die Spanne ist verdreht: ${parts.join(', ')}. Der Wert muss zwischen niedrig und hoch liegen.`;
  },
  'indicator.limit-above-largest': (p, f) =>
    `Die Reichweite von ${f.unit(p.found, 'm')} ist größer als die größte wählbare von ${f.unit(p.largest, 'm')}.`,
  'indicator.ages-crossed': (p, f) =>
    `Das Alter „bis unter ${f.number(p.to)}“ muss über „von ${f.number(p.from)}“ liegen.`,
  'indicator.ages-step': (p, f) => `${f.number(p.found, 2)} ist weder ein ganzes noch ein halbes Jahr.`,
  'indicator.unit-wrong': (p) =>
    `Die Einheit „${words([p.found], UNITS)}“ passt nicht zum Modell „${words([p.model], MODELS)}“. Möglich: ${words(p.expected, UNITS)}.`,
  'indicator.model-wrong': (p) =>
    `Das Modell „${words([p.found], MODELS)}“ gibt es für diese Angebotsart nicht. Möglich: ${words(p.expected, MODELS)}.`,
  'indicator.link-wrong': (p) => `„${p.found}“ ist keine Adresse. Sie beginnt mit https:// oder http://.`,
  'indicator.phase-order': (p) =>
    `Beim Schuljahr ${p.schoolYear} steigen Jahre und Anteile nicht: Sie müssen von Jahr zu Jahr wachsen.`,
  'indicator.service-twice': (p) =>
    `Für die Angebotsart „${p.service}“ gibt es schon den Kennwert „${p.id}“; je Angebotsart gilt einer.`,
  'indicator.nothing-decided': () => 'Wählen Sie mindestens einen Kennwert aus.',
  'catalogue.not-json': (p) => `Die Datei ist kein lesbares JSON: ${p.detail}`,
  'catalogue.shape': (p) =>
    `An der Stelle „${p.path === '' ? 'oberste Ebene' : p.path}“ steht ${p.found}; erwartet ist ${p.expected}.`,
  'catalogue.version-newer': (p) =>
    `Die Datei hat die Fassung ${p.found}; dieses Programm kennt nur Fassung ${p.known}. Laden Sie die Seite neu, um ein neueres zu bekommen.`,
  'catalogue.id-twice': (p) => `Der Kennwert „${p.id}“ steht zweimal in der Datei.`,
  'catalogue.too-large': (p, f) =>
    `Die Datei ist mit ${f.bytes(p.bytes)} zu groß für einen Katalog (höchstens ${f.bytes(p.limit)}).`,
};
