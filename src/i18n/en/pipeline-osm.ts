import type { OsmProblems } from '../../shared/problems/pipeline-osm.ts';
import type { ProblemMessages } from '../problem-text.ts';

export const pipelineOsmEn: ProblemMessages<OsmProblems> = {};
