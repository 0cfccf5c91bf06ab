import type { DemoProblems } from '../../shared/problems/pipeline-demo.ts';
import type { ProblemMessages } from '../problem-text.ts';

export const pipelineDemoEn: ProblemMessages<DemoProblems> = {
  'pipeline.demo.scale': (p) =>
    `The size of the invented city is ${p.found}; possible is ${p.expected} (1 = 600,000 people).`,
  'pipeline.demo.invented': (p) =>
    `This city is invented: land, streets, people and facilities are computed from a random number (seed ${p.seed}, size ${p.scale}). Any likeness to real places is chance.`,
  'pipeline.demo.suppressed-cells': (p) =>
    `Grid cells with fewer than ${p.below} people name no age groups, as in official grids.`,
  'pipeline.demo.places-missing': (p) => `${p.offers} offers lack the places available, as real lists do.`,
};
