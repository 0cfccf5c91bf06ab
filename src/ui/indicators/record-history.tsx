import { DEFAULT_CATALOGUE } from '../../indicators/default-catalogue.ts';
import { citation } from '../../indicators/indicator.ts';
import { rateText } from '../../report/indicator-text.ts';
import { useTexts } from '../common/app-context.ts';
import { Fact, Facts } from '../common/facts.tsx';
import { historyOf, type ListedIndicator } from './catalogue-list.ts';
import { usePlan } from './use-catalogue.ts';

/** Version, valid-from and decision. */
export function ValidityFacts({ listed }: { readonly listed: ListedIndicator }) {
  const t = useTexts();
  const { indicator, decision, decidedInstead } = listed;
  const decided = decision ?? decidedInstead?.decision ?? null;
  const day = (iso: string | null | undefined) => (iso == null ? t('missing.short') : t.format.date(iso));
  return (
    <Facts>
      <Fact label={t('indicators.version')}>{citation(indicator)}</Fact>
      <Fact label={t('report-fact.valid-from')}>
        {indicator.validFrom === null ? t('indicators.since-ever') : day(indicator.validFrom)}
      </Fact>
      <Fact label={t('indicators.decision')}>
        {decided === null
          ? t('indicators.decision-none')
          : t('indicators.decision-text', {
              reference: decided.reference ?? decided.title,
              date: day(decided.date),
              body: decided.body ?? t('missing.short'),
              from: day(decided.validFrom ?? decided.date),
            })}
      </Fact>
    </Facts>
  );
}

/** All versions, newest first, with who made or withdrew them and why. */
export function History({ listed }: { readonly listed: ListedIndicator }) {
  const t = useTexts();
  const plan = usePlan();
  const { id } = listed.indicator;
  return (
    <ol className="indicator-history">
      {historyOf(plan, DEFAULT_CATALOGUE, id).map(({ indicator, removal }) => {
        const { version, validFrom, author, reason } = indicator;
        const isShown = listed.inForce && version === listed.indicator.version && removal === null;
        return (
          <li key={version} data-withdrawn={removal === null ? undefined : true}>
            <p>
              <strong>{citation(indicator)}</strong>
              {isShown ? <span className="indicator-tag">{t('indicators.history-in-force')}</span> : null}
              <span className="figure indicator-history-rate">{rateText(indicator, t)}</span>
            </p>
            <p className="secondary">
              {author === null && reason === null
                ? t('indicators.history-shipped')
                : t('indicators.history-signed', { author: author ?? '', reason: reason ?? '' })}
              {validFrom === null ? null : ` · ${t('indicators.history-from', { date: t.format.date(validFrom) })}`}
            </p>
            {removal === null ? null : (
              <p className="secondary">
                {t('indicators.history-withdrawn', {
                  date: t.format.date(removal.at.slice(0, 10)),
                  by: removal.by,
                  why: removal.why ?? '',
                })}
              </p>
            )}
          </li>
        );
      })}
    </ol>
  );
}
