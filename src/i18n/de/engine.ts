import type { EngineProblems } from '../../shared/problems/engine.ts';
import type { ProblemMessages } from '../problem-text.ts';
import { termsDe } from './terms.ts';

/** The name of a service; its id where there is none. */
const serviceName = (id: string) => (termsDe as Readonly<Record<string, string>>)[`service.${id}`] ?? id;

export const engineDe: ProblemMessages<EngineProblems> = {
  'gap.limit-invalid': (p) => `Die Reichweite muss größer als 0 m sein; angegeben ist „${p.found}“.`,
  'gap.limit-too-large': (p, f) =>
    `Die Reichweite von ${f.unit(p.found, 'm')} ist größer als die größte wählbare von ${f.unit(p.largest, 'm')}.`,
  'gap.year-outside': (p) =>
    `Für das Jahr ${p.found} enthält das Stadtpaket nichts; es reicht von ${p.first} bis ${p.last}.`,
  'gap.nothing-of-service': (p) =>
    `Das Stadtpaket enthält keine Einrichtung der Angebotsart „${serviceName(p.service)}“: keine Angabe.`,
  'gap.service-unknown': (p) => `Die Angebotsart „${p.found}“ ist nicht bekannt. Bekannt sind: ${p.known}.`,
  'gap.measure-undefined': (p) =>
    `„${p.measure}“ ist für ${p.service} nicht definiert (Modell ${p.model}). Definiert sind: ${p.defined}.`,
  'gap.level-unknown': (p) => `Eine Gebietsebene ${p.found} gibt es hier nicht; es gibt ${p.known}.`,
  'gap.indicator-file': (p) => `Die Kennwert-Datei ${p.file} ist so nicht lesbar: ${p.detail}.`,
  'gap.scenario-unknown': (p) =>
    p.known === ''
      ? `Ein Szenario „${p.found}“ gibt es in diesem Plan nicht; er hat keines.`
      : `Ein Szenario „${p.found}“ gibt es in diesem Plan nicht. Er hat: ${p.known}.`,
  'gap.scenario-without-plan': (p) => `Für das Szenario „${p.found}“ fehlt der Plan: Geben Sie ihn mit --plan an.`,
  'gap.plan-file': (p) => `Die Plandatei ${p.file} ist nicht lesbar: ${p.detail}.`,
  'location.count-invalid': (p) =>
    `Die Zahl der Standorte muss eine ganze Zahl von ${p.least} bis ${p.most} sein; angegeben ist ${p.found}.`,
};
