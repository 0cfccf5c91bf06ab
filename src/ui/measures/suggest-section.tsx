import { useEffect, useRef, useState } from 'react';
import type { Texts } from '../../i18n/translate.ts';
import type { PlaceQuality, SuggestedPlace, Suggestions, WantedOffer } from '../../questions/measures/measure-calls.ts';
import { measureName } from '../../report/measures/measure-name.ts';
import { unitWord } from '../../report/scenario-summary.ts';
import { parseNumber } from '../../shared/german-numbers.ts';
import { type Problem, problem } from '../../shared/problem.ts';
import { problemOf } from '../../state/city-session.ts';
import { useApp, useCity, useTexts } from '../common/app-context.ts';
import { Segments } from '../common/segments.tsx';
import { showOnMap } from '../common/select-object.ts';
import { useGaps } from '../gap-map/use-gaps.ts';
import { BackButton, Choice, Field, ProblemText } from './form-parts.tsx';
import { emptyFields, readFields } from './measure-fields.ts';
import { useIndicators } from './measure-form.tsx';
import { measureUi, useMeasureUi } from './measure-ui.ts';
import { TEMPLATES } from './templates.ts';
import { useScenarioActions } from './use-measures.ts';

const KINDS = ['plots', 'several', 'anywhere'] as const satisfies readonly Suggestions['kind'][];
const COUNTS = ['2', '3', '4', '5'] as const;

/** Where a house of a size would close most missing places: on the plots there are, several at once, or anywhere. */
export function SuggestSection({ scenarioId }: { readonly scenarioId: string }) {
  const t = useTexts();
  const { measureSession } = useApp();
  const indicators = useIndicators();
  const question = useGaps((state) => state.question);
  const found = useMeasureUi((state) => state.suggestions);
  const service = question?.request.service ?? 'kita-u3';
  const template = TEMPLATES.find(({ offers }) => offers.some((offer) => offer.service === service));
  const usual = template?.offers.find((offer) => offer.service === service)?.capacity ?? 40;
  const [kind, setKind] = useState<Suggestions['kind']>('plots');
  const [size, setSize] = useState(String(usual));
  const [least, setLeast] = useState('');
  const [most, setMost] = useState<(typeof COUNTS)[number]>('3');
  const [running, setRunning] = useState<number | null>(null);
  const [refused, setRefused] = useState<Problem | null>(null);
  const asking = useRef<AbortController | null>(null);
  useEffect(() => () => asking.current?.abort(), []);
  const style = t.language === 'de' ? 'de' : 'plain';
  const capacity = parseNumber(size, style, ['']);
  const leastArea = parseNumber(least, style, ['']);
  const unreadable = (parsed: typeof capacity, text: string) =>
    parsed.kind === 'error' ? problem('measure.number-unreadable', { found: text.trim(), style }) : undefined;
  const sizeFault =
    unreadable(capacity, size) ??
    (capacity.kind === 'value' && capacity.value > 0 ? undefined : problem('measure.missing', { what: 'places' }));
  const leastFault = unreadable(leastArea, least);

  const stop = () => {
    asking.current?.abort();
    setRunning(null);
  };
  const run = async () => {
    if (question === null || sizeFault !== undefined || leastFault !== undefined || capacity.kind !== 'value') return;
    stop();
    asking.current = new AbortController();
    const { signal } = asking.current;
    setRunning(0);
    setRefused(null);
    measureUi.setState({ suggestions: null });
    const offers: WantedOffer[] = [{ service, capacity: capacity.value }];
    try {
      const input = {
        question,
        kind,
        offers,
        leastSquareMeters: leastArea.kind === 'value' ? leastArea.value : null,
        most: Number(most),
      };
      const answer = await measureSession.suggest(input, signal, setRunning);
      measureUi.setState({ suggestions: { found: answer, offers } });
      setRunning(null);
    } catch (thrown) {
      if (signal.aborted) return;
      const reason = problemOf(thrown);
      setRefused(
        reason.code === 'measure.not-suggested'
          ? problem('measure.not-suggested', { service: t(`service.${service}`) })
          : reason,
      );
      setRunning(null);
    }
  };
  return (
    <form
      className="measure-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void run();
      }}
    >
      <BackButton />
      <h3>{t('suggest.title')}</h3>
      <Segments
        label={t('suggest.kind')}
        options={KINDS.map((value) => ({ value, label: t(`suggest.${value}`) }))}
        value={kind}
        onChange={setKind}
      />
      <div className="measure-pair">
        <Field
          label={t('suggest.size', { unit: unitWord(service, indicators, t), service: t(`service.${service}`) })}
          problem={sizeFault}
        >
          {(given) => (
            <input
              {...given}
              className="input"
              inputMode="decimal"
              value={size}
              onChange={({ target }) => setSize(target.value)}
            />
          )}
        </Field>
        {kind === 'anywhere' ? null : (
          <Field label={t('suggest.least')} problem={leastFault}>
            {(given) => (
              <input
                {...given}
                className="input"
                inputMode="decimal"
                value={least}
                onChange={({ target }) => setLeast(target.value)}
              />
            )}
          </Field>
        )}
        {kind === 'several' ? (
          <Choice
            label={t('suggest.most')}
            value={most}
            options={COUNTS.map((value) => ({ value, label: value }))}
            onChange={setMost}
          />
        ) : null}
      </div>
      <ProblemText problem={refused} />
      {running === null ? (
        <button type="submit" className="button button-main">
          {t('suggest.run')}
        </button>
      ) : (
        <div className="measure-actions">
          <p role="status">{t('suggest.running', { share: t.format.percent(running) })}</p>
          <button type="button" className="button" onClick={stop}>
            {t('suggest.stop')}
          </button>
        </div>
      )}
      {found === null ? null : <Found scenarioId={scenarioId} found={found.found} offers={found.offers} />}
    </form>
  );
}

interface FoundProps {
  readonly scenarioId: string;
  readonly found: Suggestions;
  readonly offers: readonly WantedOffer[];
}

/** The places by what they close, each with a button that makes a measure of it. */
function Found({ scenarioId, found, offers }: FoundProps) {
  const t = useTexts();
  const { kind, together, gapShare, compared } = found;
  const places = found.places.filter(({ gain }) => gain > 0);
  const hasPlots = useCity((state) => (state.summary?.counts.plots ?? 0) > 0);
  return (
    <section className="gap-section" aria-live="polite">
      {compared === 0 && kind !== 'anywhere' ? (
        <p>{t(hasPlots ? 'suggest.no-plots' : 'suggest.plots-missing')}</p>
      ) : null}
      {compared > 0 && places.length === 0 ? <p>{t('suggest.none')}</p> : null}
      {together === null || places.length === 0 ? null : (
        <p>
          <strong>{t('suggest.together', { value: t.format.number(Math.round(together)) })}</strong>{' '}
          {gapShare === null
            ? ''
            : gapShare === 0
              ? t('suggest.exact')
              : t('suggest.bound', { share: t.format.percent(Math.ceil(gapShare * 100) / 100) })}
        </p>
      )}
      <ol className="suggest-list">
        {places.map((place, i) => (
          <FoundPlace key={place.key} scenarioId={scenarioId} place={place} rank={i + 1} offers={offers} />
        ))}
      </ol>
      <p className="secondary">
        {compared === 0 ? '' : t.count('suggest.compared', compared)}{' '}
        {kind === 'anywhere' && gapShare !== null && gapShare > 0
          ? t('suggest.bound', { share: t.format.percent(Math.ceil(gapShare * 100) / 100) })
          : ''}
      </p>
    </section>
  );
}

/** How a place lies, in a few words; what the package does not know is said so. */
function qualityText({ verdict, ...meters }: PlaceQuality, t: Texts): string {
  const distance = (value: number | null) =>
    value === null
      ? t('missing.long')
      : t.format.unit(value, 'm', 0) + (value < FAR_METERS ? '' : ` ${t('suggest.or-more')}`);
  return [
    t(`suggest.place-${verdict ?? 'unknown'}`),
    t('suggest.stop-at', { value: distance(meters.stopMeters) }),
    t('suggest.green-at', { value: distance(meters.greenMeters) }),
    t('suggest.shop-at', { value: distance(meters.supermarketMeters) }),
    t('suggest.noise', { value: t('missing.long') }),
  ].join(' · ');
}

/** Farther is not looked for. */
const FAR_METERS = 2000;

interface FoundPlaceProps {
  readonly scenarioId: string;
  readonly place: SuggestedPlace;
  readonly rank: number;
  readonly offers: readonly WantedOffer[];
}

function FoundPlace({ scenarioId, place, rank, offers }: FoundPlaceProps) {
  const t = useTexts();
  const app = useApp();
  const actions = useScenarioActions();
  const [isTaken, setTaken] = useState(false);
  const { plot, position, district, gain } = place;
  const name = plot === null ? (district ?? `${rank}`) : (plot.name ?? plot.id);
  const [refused, setRefused] = useState<Problem | null>(null);
  const take = async () => {
    setRefused(null);
    const facts = await app.measureSession.placeAt(position, scenarioId);
    const fields = {
      ...emptyFields(actions.newId(), 'add'),
      place: plot === null ? facts : { ...facts, plot: { id: plot.id, name: plot.name } },
      offers: offers.map(({ service, capacity }) => ({
        id: actions.newId(),
        service,
        form: '',
        capacity: String(capacity),
        groups: '',
      })),
    };
    const { draft } = readFields(fields, { scenarioId, style: 'plain', opens: null });
    if (draft === null) return;
    const title = `${measureName(draft.measure, draft.offers, t)} ${name}`;
    await actions.saveMeasure({ ...draft, measure: { ...draft.measure, name: title } }, true);
    setTaken(true);
    measureUi.setState({ said: t('measures.added', { name: title }) });
  };
  return (
    <li>
      <span className="suggest-rank" aria-hidden="true">
        {rank}
      </span>
      <div>
        <button
          type="button"
          className="measure-name"
          onClick={() => showOnMap(app, { position: [position[0], position[1]], zoom: 15 })}
        >
          {name}
        </button>
        <p className="figure">{t('suggest.gain', { value: t.format.number(Math.round(gain)) })}</p>
        <p className="secondary">
          {[
            ...(plot === null || district === null ? [] : [district]),
            ...(plot?.areaSquareMeters == null ? [] : [t.format.unit(Math.round(plot.areaSquareMeters), 'm²')]),
            ...(plot?.reservedFor == null ? [] : [t('suggest.reserved', { what: plot.reservedFor })]),
          ].join(' · ')}
        </p>
        <p className="secondary">{qualityText(place.quality, t)}</p>
        {isTaken ? (
          <p className="secondary">{t('suggest.taken')}</p>
        ) : (
          <button
            type="button"
            className="text-button"
            onClick={() => void take().catch((thrown) => setRefused(problemOf(thrown)))}
          >
            {t('suggest.take', { name })}
          </button>
        )}
        <ProblemText problem={refused} />
      </div>
    </li>
  );
}
