import type { SiteProblems } from '../../shared/problems/sites.ts';
import type { ProblemMessages } from '../problem-text.ts';

export const siteProblemsDe: ProblemMessages<SiteProblems> = {
  'site.number-invalid': (p) => `„${p.found}“ ist keine Zahl. Erwartet wird zum Beispiel 1.250 oder 12,5.`,
  'site.number-outside': (p, f) =>
    `${f.number(p.found)} liegt außerhalb von ${f.number(p.from)} bis ${f.number(p.to)}.`,
  'site.year-invalid': (p) => `„${p.found}“ ist kein Jahr von ${p.from} bis ${p.to}.`,
  'site.date-invalid': (p) => `„${p.found}“ ist kein Datum. Erwartet wird TT.MM.JJJJ oder JJJJ-MM-TT.`,
  'site.phases-invalid': (p) =>
    `„${p.found}“ ist kein Bauabschnitt. Erwartet wird Jahr und Anteil, zum Beispiel 2029: 50; 2030: 50.`,
  'site.split-share': (p) =>
    `Ein Anteil von ${p.percent} % teilt das Vorhaben nicht. Erwartet wird eine Zahl zwischen 1 und 99.`,
  'site.name-missing': () => 'Das Vorhaben braucht einen Namen.',
  'site.place-missing': () => 'Das Vorhaben braucht eine Fläche: auf der Karte zeichnen oder Koordinaten eingeben.',
  'site.coordinates-invalid': (p) =>
    `Zeile ${p.line}: „${p.found}“ ist kein Ort. Erwartet wird zum Beispiel 48,775 9,182 oder ein UTM-Paar.`,
  'site.corners-missing': (p, f) => `Eine Fläche braucht mindestens 3 Ecken; angegeben: ${f.number(p.found)}.`,
  'site.outside-city': () => 'Der Ort liegt nicht in der Stadt.',
  'site.text-missing': () => 'Hier fehlt ein Text.',
};
