import type { MeasureProblems } from '../../shared/problems/measures.ts';
import type { ProblemMessages } from '../problem-text.ts';

const WHAT = {
  name: 'Geben Sie dem Szenario einen Namen.',
  place: 'Es fehlt der Ort: auf die Karte klicken, eine Fläche wählen oder eine Adresse eingeben.',
  house: 'Wählen Sie die Einrichtung, die die Maßnahme ändert.',
  places: 'Geben Sie mindestens ein Angebot mit seiner Platzzahl an.',
  reason: 'Sagen Sie in einem Satz, warum der Schulbezirk von Hand geändert ist.',
};

export const measureProblemsDe: ProblemMessages<MeasureProblems> = {
  'measure.number-unreadable': (p) =>
    `„${p.found}“ ist keine Zahl. Schreiben Sie nur Ziffern, zum Beispiel ${p.style === 'de' ? '45 oder 1.250' : '45 or 1,250'}.`,
  'measure.date-unreadable': (p) => `„${p.found}“ ist kein Datum. Schreiben Sie 01.09.2028 oder ein Jahr wie 2028.`,
  'measure.missing': (p) => WHAT[p.what],
  'measure.outside-city': (p, f) =>
    `Der Ort (${f.number(p.lat, 4)}; ${f.number(p.lon, 4)}) liegt außerhalb der Stadt. Maßnahmen stehen innerhalb der Stadtgrenze.`,
  'measure.place-unknown': (p) =>
    `„${p.found}“ wurde nicht gefunden. Geben Sie eine Straße, einen Stadtteil, eine Einrichtung oder Koordinaten ein; Hausnummern sind nicht bekannt.`,
  'measure.closed-before-open': (p, f) =>
    `Die Einrichtung öffnet erst am ${f.date(p.opens)}; sie kann nicht schon am ${f.date(p.closes)} schließen.`,
  'measure.no-catchment': () =>
    'Von hier aus ist die neue Schule für niemanden die nächste; wählen Sie einen anderen Ort oder ein Jahr, in dem es sie gibt.',
  'measure.catchment-outside': () =>
    'Die Zelle liegt außerhalb der Stadt. Ein Schulbezirk endet an der Stadtgrenze; er ist geblieben, wie er war.',
  'measure.catchment-empty': () =>
    'Ein Schulbezirk braucht mindestens eine Zelle; er ist geblieben, wie er war. Ohne Schulbezirk geht es mit „Schulbezirk entfernen“.',
  'measure.not-suggested': (p) =>
    `Für „${p.service}“ gibt es keine Vorschläge: Die Plätze werden dort nicht nach Wegen verteilt.`,
};
