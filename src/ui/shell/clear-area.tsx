import { useCity, useTexts, useView } from '../common/app-context.ts';
import { later } from '../common/later.tsx';
import { LoadingStrip } from '../loading/loading-strip.tsx';
import { Attribution } from '../map-pane/attribution.tsx';
import { MapControls } from '../map-pane/map-controls.tsx';
import { CityProblem } from '../problems/city-problem.tsx';
import { Notices } from '../problems/notices.tsx';
import { ProblemCard } from '../problems/problem-card.tsx';

const StartCard = later(async () => (await import('../start/start-card.tsx')).StartCard);

/** The part of the map that no sheet covers: buttons, credits and messages stand in it, and the map takes its middle for its own. */
export function ClearArea() {
  const failed = useCity((state) => state.phase === 'failed');
  const hasMap = useCity((state) => state.mapProblem === null);
  // After the first picture: a question has time.
  const mapShown = useCity((state) => state.mapShown);
  const isNew = useView((state) => state.role === null) && mapShown;
  return (
    <div id="clear-area">
      {failed || !hasMap ? null : <MapControls />}
      <Attribution />
      <LoadingStrip />
      {failed ? <CityProblem /> : <MapProblem />}
      <Notices />
      {isNew ? <StartCard /> : null}
    </div>
  );
}

/** Why no map can be drawn, and what to do; panels, search and details go on working. */
function MapProblem() {
  const t = useTexts();
  const problem = useCity((state) => state.mapProblem);
  if (problem === null) return null;
  return (
    <ProblemCard
      title={t('problem.map-title')}
      problem={problem}
      step={t(problem.code === 'app.no-webgl' ? 'problem.step-webgl' : 'problem.step-retry')}
      action={{ label: t('problem.retry'), run: () => window.location.reload() }}
    />
  );
}
