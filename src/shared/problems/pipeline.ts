/** Problems and notes of the pipeline. Split by source kind, so that each reader owns its codes. */
import type { BuildProblems } from './pipeline-build.ts';
import type { DemoProblems } from './pipeline-demo.ts';
import type { GeodataProblems } from './pipeline-geodata.ts';
import type { OsmProblems } from './pipeline-osm.ts';
import type { PopulationProblems } from './pipeline-population.ts';

export interface PipelineProblems
  extends BuildProblems,
    DemoProblems,
    GeodataProblems,
    OsmProblems,
    PopulationProblems {}
