import type { Indicator } from '../../indicators/indicator.ts';
import { limitText, rateText, targetText } from '../../report/indicator-text.ts';
import { useCity, useTexts } from '../common/app-context.ts';
import { Fact, Facts } from '../common/facts.tsx';
import { capitalised } from '../common/object-name.ts';
import { classesText, roundingText, schoolYearText } from './indicator-words.ts';
import { SourceLines } from './record-origin.tsx';
import { RecordSection } from './record-section.tsx';

/** Target group, rate, model, limits, classes and rounding in words. */
export function ValueFacts({ indicator }: { readonly indicator: Indicator }) {
  const t = useTexts();
  const limit = limitText(indicator, t);
  const share = indicator.targetShare?.value ?? null;
  const { largestLimitMeters, minAreaSquareMeters, model } = indicator;
  return (
    <Facts>
      <Fact label={t('report-fact.target')}>{targetText(indicator, t)}</Fact>
      <Fact label={t('report-fact.rate')}>
        <span className="figure">{rateText(indicator, t)}</span>
      </Fact>
      <Fact label={t('report-fact.model')}>
        {t(`report-model.${model}`)}
        <span className="secondary fact-note">{t(`indicators.model-${model}`)}</span>
      </Fact>
      {limit === null ? null : (
        <Fact label={t('report-fact.limit')}>
          <span className="figure">{limit}</span>
        </Fact>
      )}
      {largestLimitMeters === null ? null : (
        <Fact label={t('indicators.largest-limit')}>
          <span className="figure">{t.format.unit(largestLimitMeters, 'm')}</span>
        </Fact>
      )}
      {share === null ? null : (
        <Fact label={t('report-fact.target-share')}>
          <span className="figure">{t.format.percent(share)}</span>
        </Fact>
      )}
      {minAreaSquareMeters === null ? null : (
        <Fact label={t('report-fact.min-area')}>
          <span className="figure">{t.format.unit(minAreaSquareMeters, 'm²')}</span>
        </Fact>
      )}
      {model === 'balance' ? (
        <Fact label={t('indicators.level')}>
          <LevelWord level={indicator.balanceLevel} />
        </Fact>
      ) : null}
      <Fact label={t('indicators.classes')}>{classesText(indicator, t) ?? t('indicators.no-classes')}</Fact>
      <Fact label={t('indicators.rounding')}>{roundingText(indicator, t)}</Fact>
    </Facts>
  );
}

function LevelWord({ level }: { readonly level: number | null }) {
  const t = useTexts();
  const word = useCity((state) => state.summary?.identity.levels.find((known) => known.level === level));
  if (level === null) return t('indicators.level-any');
  if (level === 0) return t('indicators.level-city');
  return word === undefined ? t('indicators.level-n', { level }) : capitalised(word[t.language].singular);
}

/** Which share of a cohort has a claim in which school year. */
export function PhaseIn({ indicator }: { readonly indicator: Indicator }) {
  const t = useTexts();
  if (indicator.phaseIn === null) return null;
  return (
    <RecordSection title={t('indicators.phase-in')}>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{t('indicators.school-year')}</th>
            <th scope="col" className="number">
              {t('indicators.entitled')}
            </th>
          </tr>
        </thead>
        <tbody>
          {indicator.phaseIn.map(({ schoolYear, share }) => (
            <tr key={schoolYear}>
              <th scope="row">{schoolYearText(schoolYear)}</th>
              <td className="number">{t.format.percent(share)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className="indicator-origin">
        <SourceLines source={indicator.phaseInSource ?? null} />
      </div>
    </RecordSection>
  );
}
