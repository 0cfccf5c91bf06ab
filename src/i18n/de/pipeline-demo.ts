import type { DemoProblems } from '../../shared/problems/pipeline-demo.ts';
import type { ProblemMessages } from '../problem-text.ts';

export const pipelineDemoDe: ProblemMessages<DemoProblems> = {
  'pipeline.demo.scale': (p) =>
    `Die Größe der erfundenen Stadt ist ${p.found}; möglich ist ${p.expected} (1 = 600.000 Menschen).`,
  'pipeline.demo.invented': (p) =>
    `Diese Stadt ist erfunden: Gelände, Straßen, Menschen und Einrichtungen sind aus einer Zufallszahl errechnet (Startwert ${p.seed}, Größe ${p.scale}). Ähnlichkeiten mit wirklichen Orten sind Zufall.`,
  'pipeline.demo.suppressed-cells': (p) =>
    `Rasterzellen mit weniger als ${p.below} Menschen nennen keine Altersgruppen, wie bei amtlichen Rastern.`,
  'pipeline.demo.places-missing': (p) =>
    `Bei ${p.offers} Angeboten fehlen die verfügbaren Plätze, wie in wirklichen Listen.`,
};
