import { useStore } from 'zustand';
import { deviations } from '../../report/banner.ts';
import { useApp, useCity, useTexts, useView } from '../common/app-context.ts';
import { Icon } from '../common/icon.tsx';
import { useIndicator, useShownResult } from './use-gaps.ts';

/** Everything about the shown figures that is not the default, always in sight while they are. */
export function GapBanner() {
  const t = useTexts();
  const { catalogue, scenarios } = useApp();
  const shown = useView((state) => state.gapShown);
  const firstYear = useCity((state) => state.summary?.identity.years[0] ?? null);
  const { result } = useShownResult();
  const indicator = useIndicator();
  const decided = useStore(catalogue, (state) => state.decided.find(({ service }) => service === indicator?.service));
  const scenarioName = useStore(
    scenarios,
    (state) => state.scenarios.find(({ id }) => id === result?.request.scenarioId)?.name ?? null,
  );
  if (!shown || result === null || indicator === null) return null;
  const found = deviations(
    { request: result.request, indicator, decided: decided ?? indicator, result, scenarioName },
    t,
  ).filter(({ code }) => code !== 'year' || result.request.year !== firstYear);
  if (found.length === 0) return null;
  return (
    <section className="gap-banner" aria-label={t('gaps.banner')}>
      <Icon name="info" />
      <ul>
        {found.map(({ code, text }) => (
          <li key={code}>{text}</li>
        ))}
      </ul>
    </section>
  );
}
