import type { OsmProblems } from '../../shared/problems/pipeline-osm.ts';
import type { ProblemMessages } from '../problem-text.ts';

export const pipelineOsmEn: ProblemMessages<OsmProblems> = {
  'network.built': (p, f) =>
    `Walking network of ${f.number(p.nodes)} nodes and ${f.number(p.edges)} edges; ${f.number(p.components)} separate parts, the largest holds ${f.percent(p.largestShare, 1)} of the nodes.`,
  'network.loops-dropped': () => 'Edges of the walking network that begin and end at the same node are left out.',
  'network.duplicates-merged': () => 'Duplicate edges of the walking network are merged.',
  'network.isolated-dropped': () => 'Nodes without an edge are left out of the walking network.',
  'network.small-components': (p, f) =>
    `Nodes of the walking network lie in ${f.number(p.components)} separate parts of fewer than ${f.number(p.limit)} nodes each; they are kept and count as not connected.`,
};
