import { useId } from 'react';
import type { Indicator } from '../../indicators/indicator.ts';
import { MAP_MEASURES, type MapMeasure } from '../../questions/gap-map/gap-classes.ts';
import { useCity, useTexts } from '../common/app-context.ts';
import { HelpMark } from '../common/help-mark.tsx';
import { capitalised } from '../common/object-name.ts';
import { Segments } from '../common/segments.tsx';
import { Switch } from '../common/switch.tsx';
import { measureOf, useGapView, useSetGap } from './use-gaps.ts';

/** What of the answer the map shows: level, colour, cells, circles. A model's own measures only. */
export function MapChoices({ indicator }: { readonly indicator: Indicator }) {
  const t = useTexts();
  const headingId = useId();
  const setGap = useSetGap();
  const gap = useGapView();
  const hasReach = indicator.limitMeters !== null;
  const allocates = indicator.model === 'allocation';
  return (
    <section className="gap-section" aria-labelledby={headingId}>
      <h3 id={headingId}>{t('gaps.map')}</h3>
      <MeasureSelect indicator={indicator} />
      {hasReach && indicator.model !== 'catchment' ? (
        <Switch
          label={t('gaps.cells')}
          note={t('gaps.cells-note')}
          checked={gap.cells}
          onChange={(cells) => setGap({ cells })}
        />
      ) : null}
      {allocates ? (
        <>
          <Switch label={t('gaps.symbols')} checked={gap.symbols} onChange={(symbols) => setGap({ symbols })} />
          <Switch
            label={t('gaps.flows')}
            note={t('gaps.flows-note')}
            checked={gap.flows}
            onChange={(flows) => setGap({ flows })}
          />
        </>
      ) : null}
      {hasReach ? <Switch label={t('gaps.bands')} checked={gap.bands} onChange={(bands) => setGap({ bands })} /> : null}
    </section>
  );
}

function MeasureSelect({ indicator }: { readonly indicator: Indicator }) {
  const t = useTexts();
  const id = useId();
  const setGap = useSetGap();
  const gap = useGapView();
  const measures = MAP_MEASURES[indicator.model];
  const measure = measureOf(gap, indicator);
  if (measure === null) return <p className="secondary">{t('gaps.no-measure')}</p>;
  return (
    <div className="field field-wide">
      <span className="field-head">
        <label htmlFor={id}>{t('gaps.measure')}</label>
        <HelpMark name={t('gaps.measure')} text={t('gaps.help-measure')} />
      </span>
      <select
        id={id}
        className="select"
        value={measure}
        onChange={(event) => setGap({ measure: event.target.value as MapMeasure })}
      >
        {measures.map((value) => (
          <option key={value} value={value}>
            {t(`gaps.measure-${value}`)}
          </option>
        ))}
      </select>
    </div>
  );
}

/** Names longer than this in all do not fit side by side. */
const MOST_LETTERS = 36;

/** Which districts are coloured and listed; as a list where the names are long or room is scarce. */
export function LevelChoice({ asList = false }: { readonly asList?: boolean }) {
  const t = useTexts();
  const id = useId();
  const setGap = useSetGap();
  const { level } = useGapView();
  const levels = useCity((state) => state.summary?.identity.levels ?? null);
  if (levels === null || levels.length < 2) return null;
  const options = levels.map((words) => ({ value: words.level, label: capitalised(words[t.language].plural) }));
  const choose = (value: number) => setGap({ level: value, within: null });
  const letters = options.reduce((sum, { label }) => sum + label.length, 0);
  if (!asList && letters <= MOST_LETTERS) {
    return (
      <Segments label={t('gaps.level')} help={t('gaps.help-level')} options={options} value={level} onChange={choose} />
    );
  }
  return (
    <div className="field">
      <label htmlFor={id}>{t('gaps.level')}</label>
      <select id={id} className="select" value={level} onChange={(event) => choose(Number(event.target.value))}>
        {options.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    </div>
  );
}
