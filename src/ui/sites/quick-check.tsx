import { useEffect, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { parseCoordinates } from '../../questions/parse-coordinates.ts';
import { kitaPlausibility } from '../../questions/sites/benchmarks.ts';
import type { RegisterSite } from '../../questions/sites/site-calls.ts';
import { computeSiteWaves } from '../../questions/sites/site-waves.ts';
import { quickSentence, unknownText } from '../../report/sites/impact-text.ts';
import { plausibilityText, rangeText, residentsSentence, roundedText, unitText } from '../../report/sites/need-text.ts';
import type { LonLat } from '../../shared/coordinates.ts';
import { boxContains, boxOfGeometry } from '../../shared/geometry/box.ts';
import { type Problem, problem } from '../../shared/problem.ts';
import { useApp, useCity, useTexts } from '../common/app-context.ts';
import { Missing } from '../common/figure.tsx';
import { ProblemSentence } from '../common/problem-sentence.tsx';
import { TextField } from '../indicators/form-fields.tsx';
import { rectangleAround } from './area-text.ts';
import { HeldNote } from './held-note.tsx';
import { EMPTY_DRAFT, readSiteDraft, type SiteValues } from './site-draft.ts';
import { useNumberStyle } from './site-form.tsx';
import { SitesHead } from './sites-head.tsx';
import { FIRST_SERVICES, useImpacts } from './use-impacts.ts';
import { useKeepSite } from './use-keep-site.ts';

/** Dwellings per hectare of the Zeitstufenliste Wohnen 2018 (20,444 on 238.9 ha): how large a place is drawn for some dwellings. */
const DWELLINGS_PER_HECTARE = 86;
/** Years from the base year to the first occupancy, as long as nobody says otherwise. */
const FIRST_YEARS = 4;

/** A place, some dwellings, the answer at once; the plan stays as it is until the site is kept. */
export function QuickCheck() {
  const t = useTexts();
  const style = useNumberStyle();
  const { map } = useApp();
  const identity = useCity((state) => state.summary?.identity ?? null);
  const [place, setPlace] = useState<LonLat | null>(null);
  const [placeText, setPlaceText] = useState('');
  const [dwellings, setDwellings] = useState('100');
  const [year, setYear] = useState(() => String((identity?.years[0] ?? 2025) + FIRST_YEARS));
  const [name, setName] = useState('');
  const { saving, problem: refused, keep } = useKeepSite();

  const read = useMemo(() => {
    const draft = {
      ...EMPTY_DRAFT,
      name: name.trim() === '' ? t('sites.quick-name') : name,
      dwellings,
      firstYear: year,
    };
    const amount = readSiteDraft({ ...draft, geometry: SOMEWHERE }, style);
    if ('problems' in amount) return amount;
    const side = Math.sqrt((Math.max(1, amount.values.dwellings ?? 1) / DWELLINGS_PER_HECTARE) * 10_000);
    return place === null ? null : { values: { ...amount.values, geometry: rectangleAround(place, side, side) } };
  }, [name, dwellings, year, place, style, t]);
  const values = read !== null && 'values' in read ? read.values : null;
  const problems = read !== null && 'problems' in read ? read.problems : {};

  useEffect(() => {
    const shown = map.current;
    shown?.sites.listen((position) => {
      setPlace(position);
      setPlaceText(`${position[1].toFixed(5)} ${position[0].toFixed(5)}`);
    });
    return () => shown?.sites.listen(null);
  }, [map]);
  useEffect(() => {
    const shown = map.current;
    shown?.sites.sketch(values?.geometry ?? null);
    return () => shown?.sites.sketch(null);
  }, [map, values]);

  const isOutside = useOutside(place);
  const placeProblem =
    placeText.trim() !== '' && place === null
      ? noPlace(placeText)
      : isOutside
        ? problem('site.outside-city', {})
        : undefined;
  return (
    <>
      <SitesHead title={t('sites.quick')} />
      <p className="secondary">{t('sites.quick-why')}</p>
      <div className="sites-fields">
        <TextField
          wide
          label={t('sites.quick-place')}
          value={placeText}
          onChange={(text) => {
            setPlaceText(text);
            const typed = parseCoordinates(text, identity?.epsg ?? 25832);
            setPlace(typed);
            if (typed !== null && identity !== null && boxContains(identity.bbox, typed))
              map.current?.camera.bringIntoView(typed);
          }}
          problem={placeProblem}
        />
        <TextField
          label={t('details.dwellings')}
          value={dwellings}
          inputMode="decimal"
          onChange={setDwellings}
          problem={problems.dwellings}
        />
        <TextField label={t('details.first-occupancy')} value={year} onChange={setYear} problem={problems.firstYear} />
      </div>
      {values === null || isOutside ? <p role="status">{t('sites.quick-wait')}</p> : <QuickAnswer values={values} />}
      {values === null || isOutside ? null : (
        <form
          className="site-form gap-section"
          onSubmit={(event) => {
            event.preventDefault();
            if (!saving) void keep(values);
          }}
        >
          <TextField wide label={t('sites.column-name')} value={name} onChange={setName} />
          {refused === null ? null : (
            <p className="warning-text" role="alert">
              <ProblemSentence problem={refused} />
            </p>
          )}
          <button type="submit" className="button button-main" aria-disabled={saving}>
            {t('sites.quick-keep')}
          </button>
        </form>
      )}
    </>
  );
}

/** Whether a place is known to lie beyond the city: there is no answer for it. */
function useOutside(place: LonLat | null): boolean {
  const { measureSession } = useApp();
  const [outside, setOutside] = useState<LonLat | null>(null);
  useEffect(() => {
    if (place === null) return;
    let isCurrent = true;
    measureSession.placeAt(place, null).then(
      (facts) => {
        if (isCurrent) setOutside(facts.outside ? place : null);
      },
      () => {},
    );
    return () => {
      isCurrent = false;
    };
  }, [measureSession, place]);
  return place !== null && outside === place;
}

/** Stands in for the place while only the figures are read. */
const SOMEWHERE = rectangleAround([10, 50], 100, 100);

const noPlace = (text: string): Problem => problem('site.coordinates-invalid', { found: text.trim(), line: 1 });

function siteOf(values: SiteValues): RegisterSite {
  return {
    id: 'tried',
    ...values,
    geometry: values.geometry as RegisterSite['geometry'],
    grade: 'assumed',
    origin: 'plan',
    edited: [],
    phasesComplete: true,
    internalShare: null,
    parameters: {},
    path: [],
    bbox: boxOfGeometry(values.geometry)!,
    areaSquareMeters: 0,
    sourceName: null,
    shareOnTop: 1,
  };
}

/** What a tried site requires and what is missing because of it: waves at once, comparisons as they come. */
function QuickAnswer({ values }: { readonly values: SiteValues }) {
  const t = useTexts();
  const { catalogue } = useApp();
  const indicators = useStore(catalogue, (state) => state.indicators);
  const schoolCutOff = useCity((state) => state.summary?.identity.schoolCutOff ?? '06-30');
  const site = useMemo(() => siteOf(values), [values]);
  const waves = useMemo(() => computeSiteWaves(site, indicators, schoolCutOff), [site, indicators, schoolCutOff]);
  const { answers, waiting } = useImpacts(typeof waves === 'string' ? null : site);
  if (typeof waves === 'string') return <p>{t(`sites.${waves}`)}</p>;
  const plausibility = kitaPlausibility(waves);
  const first = waves.services.flatMap(({ indicator }) => {
    const answer = FIRST_SERVICES.includes(indicator.service) ? answers.get(indicator.service) : undefined;
    return answer === undefined ? [] : [{ indicator, answer }];
  });
  return (
    <section className="gap-section" aria-busy={waiting > 0}>
      <p className="dossier-sentence">{residentsSentence(waves, t)}</p>
      <p className="quick-impact" aria-live="polite">
        {FIRST_SERVICES.every((service) => answers.has(service))
          ? quickSentence(first, t)
          : t.count('sites.comparing', waiting)}
      </p>
      <HeldNote answers={answers.values()} />
      <table className="table dossier-table">
        <caption className="sr-only">{t('sites.demand-table')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('gaps.service')}</th>
            <th scope="col" className="number">
              {t('sites.peak')}
            </th>
            <th scope="col" className="number">
              {t('sites.impact-missing')}
            </th>
          </tr>
        </thead>
        <tbody>
          {waves.services.map(({ indicator, peak }) => {
            const answer = answers.get(indicator.service);
            const worst = answer !== undefined && 'impact' in answer ? answer.impact.worst : null;
            const why = answer === undefined ? null : unknownText(answer, indicator, t);
            return (
              <tr key={indicator.service}>
                <th scope="row">{t(`service.${indicator.service}`)}</th>
                <td className="number">
                  {rangeText(peak, t)}
                  <span className="secondary fact-note">{roundedText(peak.value, indicator, t)}</span>
                </td>
                <td className="number">
                  {answer === undefined ? (
                    '…'
                  ) : why !== null ? (
                    <Missing why={why} />
                  ) : worst === null ? (
                    '0'
                  ) : (
                    <>
                      {rangeText(worst, t)}
                      <span className="secondary fact-note">
                        {unitText(indicator, t)} {t('sites.in-year', { year: String(worst.year) })}
                      </span>
                    </>
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {plausibility === null ? null : <p className="secondary">{plausibilityText(plausibility, t)}</p>}
      <p className="secondary">{t('sites.gross')}</p>
    </section>
  );
}
