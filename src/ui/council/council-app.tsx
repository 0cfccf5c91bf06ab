import { useEffect, useState } from 'react';
import { deviations } from '../../report/banner.ts';
import { bothDates, indicatorText } from '../../report/rule.ts';
import { encodeView } from '../../state/url.ts';
import { useApp, useCity, useTexts, useView } from '../common/app-context.ts';
import { cityLabel } from '../common/city-label.ts';
import { NoCity } from '../common/no-city.tsx';
import { ProblemSentence } from '../common/problem-sentence.tsx';
import { SourceBlock } from '../common/source-block.tsx';
import { Headline } from '../gap-map/headline.tsx';
import { GapLegend } from '../gap-map/legend.tsx';
import { useGaps, useIndicator, useShownResult } from '../gap-map/use-gaps.ts';
import { Mark } from '../header/mark.tsx';
import { MapPane } from '../map-pane/map-pane.tsx';
import { CityProblem } from '../problems/city-problem.tsx';
import { CouncilTable } from './council-table.tsx';
import '../shell/base.css';
import './council.css';

/** One question, read-only: sentence, map, table, sources. Nothing to learn, nothing to change; made to be printed. */
export function CouncilApp() {
  const t = useTexts();
  const city = useCity((state) => cityLabel(state.summary, t));
  const failed = useCity((state) => state.phase === 'failed');
  const service = useView((state) => state.gap.service);
  const year = useGaps((state) => state.question?.request.year ?? null);
  const [picture, setPicture] = useState<string | null>(null);
  const title = city === null ? t('app.name') : t('council.title', { service: t(`service.${service}`), city });
  useEffect(() => {
    document.documentElement.lang = t.language;
    document.title = title;
  }, [t, title]);
  return (
    <div className="council">
      <header className="council-head">
        <Mark />
        <p>{t('council.kind')}</p>
        <Actions onPicture={setPicture} />
      </header>
      <main>
        <h1>{title}</h1>
        {year === null ? null : <p className="council-year">{year}</p>}
        {failed ? <CityProblem /> : <CouncilAnswer picture={picture} />}
      </main>
    </div>
  );
}

interface ActionsProps {
  /** A drawing surface of the graphics card prints empty: the page is printed with a picture of it. */
  readonly onPicture: (address: string | null) => void;
}

function Actions({ onPicture }: ActionsProps) {
  const t = useTexts();
  const { view, map } = useApp();
  const other = t.language === 'de' ? 'en' : 'de';
  const print = async () => {
    onPicture((await map.current?.takePicture()) ?? null);
    // After the picture stands in the page.
    setTimeout(() => window.print());
  };
  return (
    <div className="council-actions">
      <button type="button" className="button" onClick={print}>
        {t('council.print')}
      </button>
      <button type="button" className="button" lang={other} onClick={() => view.setState({ language: other })}>
        {t(`header.language-${other}`)}
      </button>
      <a className="button" href={encodeView(view.getState())}>
        {t('council.open')}
      </a>
    </div>
  );
}

function CouncilAnswer({ picture }: { readonly picture: string | null }) {
  const t = useTexts();
  const { result } = useShownResult();
  const indicator = useIndicator();
  const problem = useGaps((state) => state.problem);
  const summary = useCity((state) => state.summary);
  return (
    <>
      {problem === null ? null : (
        <p className="warning-text" role="alert">
          <ProblemSentence problem={problem} />
        </p>
      )}
      {result === null || indicator === null ? (
        problem === null ? (
          <NoCity open={t('gaps.computing')} />
        ) : null
      ) : (
        <>
          <section className="council-sentence" aria-label={t('gaps.headline')}>
            <Headline result={result} indicator={indicator} />
          </section>
          <Deviations />
        </>
      )}
      <figure className="council-map">
        <MapPane />
        {picture === null ? null : <img className="council-print-map" src={picture} alt="" />}
      </figure>
      {result === null || indicator === null ? null : (
        <>
          <div className="council-legend">
            <GapLegend indicator={indicator} />
          </div>
          <CouncilTable result={result} indicator={indicator} />
          <section className="council-sources">
            <h2>{t('council.rule')}</h2>
            <dl>
              {indicatorText(indicator, t).map(({ label, text }) => (
                <div key={label}>
                  <dt>{label}</dt>
                  <dd>{text}</dd>
                </div>
              ))}
            </dl>
            <p>{bothDates(result, indicator, t)}</p>
            <h2>{t('data.sources')}</h2>
            {summary?.sources.map((source) => (
              <SourceBlock key={source.file} source={source} />
            ))}
          </section>
        </>
      )}
    </>
  );
}

/** What differs from the default stands on the page, so that it stands on paper too. */
function Deviations() {
  const t = useTexts();
  const { result } = useShownResult();
  const indicator = useIndicator();
  if (result === null || indicator === null) return null;
  const found = deviations(
    { request: result.request, indicator, decided: indicator, result, scenarioName: null },
    t,
  ).filter(
    // The year stands in the title.
    ({ code }) => code !== 'year',
  );
  if (found.length === 0) return null;
  return (
    <ul className="council-deviations" aria-label={t('gaps.banner')}>
      {found.map(({ code, text }) => (
        <li key={code}>{text}</li>
      ))}
    </ul>
  );
}
