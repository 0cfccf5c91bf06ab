import { DEFAULT_CATALOGUE } from '../../indicators/default-catalogue.ts';
import type { Indicator } from '../../indicators/indicator.ts';
import type { CityModel } from '../gaps/city-model.ts';
import { computeGaps, type GapDetails } from '../gaps/compute-gaps.ts';
import type { ReachStore } from '../gaps/service-reach.ts';
import type { CellFrame } from './cell-frame.ts';
import type { GapAnswer, GapQuestion } from './gap-calls.ts';
import { gapCells } from './gap-cells.ts';
import { gapHouses } from './gap-houses.ts';
import { publishedFigures } from './published-figure.ts';

/**
 * One question about one service, year and variant: the rows, cells, houses and catchments the screen shows. `catalogue` as for
 * `computeGaps`, which says what is thrown.
 */
export function answerGaps(
  model: CityModel,
  reach: ReachStore,
  question: GapQuestion,
  frame: CellFrame,
  catalogue: readonly Indicator[] = DEFAULT_CATALOGUE,
): GapAnswer {
  return answerOf(
    model,
    computeGaps(model, reach, question.indicator, question.request, { catalogue }),
    question,
    frame,
  );
}

/** What the screen shows of a result that is known. */
export function answerOf(model: CityModel, details: GapDetails, question: GapQuestion, frame: CellFrame): GapAnswer {
  const { service, year } = question.request;
  return {
    result: details.result,
    cells: gapCells(model, details, question.indicator.rate.value, frame),
    houses: gapHouses(model, details),
    catchments: details.catchments?.rows ?? null,
    personsWithoutHouse: details.catchments?.personsWithoutHouse ?? null,
    waitingLists: publishedFigures(model.city, service, 'waiting-list', year),
  };
}
