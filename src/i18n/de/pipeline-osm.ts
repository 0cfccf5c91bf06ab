import type { OsmProblems } from '../../shared/problems/pipeline-osm.ts';
import type { ProblemMessages } from '../problem-text.ts';

export const pipelineOsmDe: ProblemMessages<OsmProblems> = {
  'network.built': (p, f) =>
    `Fußwegenetz mit ${f.number(p.nodes)} Knoten und ${f.number(p.edges)} Kanten; ${f.number(p.components)} getrennte Teile, der größte umfasst ${f.percent(p.largestShare, 1)} der Knoten.`,
  'network.loops-dropped': () => 'Kanten des Fußwegenetzes, die am selben Knoten beginnen und enden, sind weggelassen.',
  'network.duplicates-merged': () => 'Doppelte Kanten des Fußwegenetzes sind zusammengelegt.',
  'network.isolated-dropped': () => 'Knoten ohne Kante sind aus dem Fußwegenetz weggelassen.',
  'network.small-components': (p, f) =>
    `Knoten des Fußwegenetzes liegen in ${f.number(p.components)} abgetrennten Teilen mit je weniger als ${f.number(p.limit)} Knoten; sie bleiben erhalten und gelten als nicht angebunden.`,
};
