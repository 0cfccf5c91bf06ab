import type { Basis, SourcedValue } from '../../indicators/indicator.ts';
import { useTexts } from '../common/app-context.ts';
import { Icon } from '../common/icon.tsx';
import type { ListedIndicator } from './catalogue-list.ts';
import { otherCity } from './indicator-words.ts';
import { today, useCityName } from './use-catalogue.ts';

/** A sign per basis, beside its word: never colour alone. */
const MARKS: Readonly<Record<Basis, string>> = {
  law: '§',
  standard: 'N',
  decision: 'B',
  practice: 'P',
  assumption: '?',
};

/** What a value rests on: a small mark and the word. */
export function BasisMark({ basis }: { readonly basis: Basis }) {
  const t = useTexts();
  return (
    <span className="basis" data-basis={basis}>
      <span className="basis-mark" aria-hidden="true">
        {MARKS[basis]}
      </span>
      {t(`report-basis.${basis}`)}
    </span>
  );
}

/** Basis of a value, and whose value it is where it is another city's. */
export function BasisLine({ value, isDecided }: { readonly value: SourcedValue; readonly isDecided: boolean }) {
  const t = useTexts();
  const city = otherCity(value, useCityName(), isDecided);
  return (
    <span className="basis-line">
      <BasisMark basis={value.basis} />
      {city === null ? null : <span>{t('indicators.other-city', { city })}</span>}
    </span>
  );
}

/** What a Kennwert is in this plan: decided and locked, a variant, an own version, not yet in force. */
export function StandingLine({ listed }: { readonly listed: ListedIndicator }) {
  const t = useTexts();
  const { indicator, decision, decidedInstead, local, inForce, later } = listed;
  const from = decision?.validFrom ?? null;
  const name = (found: NonNullable<typeof decision>) => found.reference ?? found.title;
  return (
    <>
      {decision === null ? null : (
        <span className="standing standing-decided">
          <Icon name="lock" />
          {from === null || from <= today()
            ? t('indicators.decided', { reference: name(decision) })
            : t('indicators.decided-from', { reference: name(decision), date: t.format.date(from) })}
        </span>
      )}
      {decidedInstead === null ? null : (
        <span className="standing standing-variant">
          <Icon name="info" />
          {t('indicators.variant', {
            version: String(decidedInstead.version),
            reference: name(decidedInstead.decision),
          })}
        </span>
      )}
      {local && decision === null && decidedInstead === null ? (
        <span className="standing standing-variant">
          <Icon name="info" />
          {t('indicators.local', { version: String(indicator.version) })}
        </span>
      ) : null}
      {inForce ? null : (
        <span className="standing">{t('indicators.upcoming', { date: t.format.date(indicator.validFrom ?? '') })}</span>
      )}
      {later === null ? null : (
        <span className="standing">
          {t('indicators.later', { date: t.format.date(later.validFrom ?? ''), version: String(later.version) })}
        </span>
      )}
    </>
  );
}
