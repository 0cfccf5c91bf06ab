import { useEffect } from 'react';
import { writeCatalogue } from '../../plan/readers/catalogue-file.ts';
import { useCity, useTexts } from '../common/app-context.ts';
import { downloadFile } from '../common/download-file.ts';
import { Icon } from '../common/icon.tsx';
import { GROUPS } from '../gap-map/question-fields.tsx';
import { PANEL_ID } from '../shell/rail.tsx';
import { BasisLine, StandingLine } from './basis-mark.tsx';
import { groupIndicators, type ListedIndicator } from './catalogue-list.ts';
import { leadingValue, summaryText } from './indicator-words.ts';
import { forgetLastOpened, showScreen, useScreen } from './screen-store.ts';
import { today } from './use-catalogue.ts';

/** All Kennwerte in groups, and what can be done with the whole catalogue. */
export function IndicatorList({ listed }: { readonly listed: readonly ListedIndicator[] }) {
  const t = useTexts();
  const lastOpened = useScreen((state) => state.lastOpened);
  const said = useScreen((state) => state.said !== null);
  useEffect(() => {
    // Back from one: to its row. After something was done with several: to the top, where it is said.
    if (said) {
      const panel = document.getElementById(PANEL_ID);
      panel?.querySelector('.sheet-body')?.scrollTo(0, 0);
      panel?.focus();
    } else if (lastOpened !== null) document.getElementById(rowId(lastOpened))?.focus();
    forgetLastOpened();
  }, [lastOpened, said]);
  return (
    <>
      <p className="secondary">{t('indicators.intro')}</p>
      {groupIndicators(listed, GROUPS).map(({ key, indicators }) => (
        <section key={key ?? 'other'} className="indicator-group" aria-labelledby={`group-${key}`}>
          <h3 id={`group-${key}`}>{t(key ?? 'indicators.group-other')}</h3>
          <ul className="indicator-list">
            {indicators.map((item) => (
              <li key={item.indicator.id}>
                <Row listed={item} />
              </li>
            ))}
          </ul>
        </section>
      ))}
      <CatalogueActions listed={listed} />
    </>
  );
}

function rowId(id: string): string {
  return `indicator-${id}`;
}

function Row({ listed }: { readonly listed: ListedIndicator }) {
  const t = useTexts();
  const { indicator, decision } = listed;
  return (
    <button
      type="button"
      id={rowId(indicator.id)}
      className="indicator-row"
      onClick={() => showScreen({ kind: 'record', id: indicator.id })}
    >
      <span className="indicator-row-text">
        <span className="indicator-name">{indicator.name[t.language]}</span>
        <span className="figure">{summaryText(indicator, t)}</span>
        <span className="secondary indicator-row-notes">
          <BasisLine value={leadingValue(indicator)} isDecided={decision !== null} />
          <StandingLine listed={listed} />
        </span>
      </span>
      <Icon name="next" />
    </button>
  );
}

function CatalogueActions({ listed }: { readonly listed: readonly ListedIndicator[] }) {
  const t = useTexts();
  const cityId = useCity((state) => state.summary?.identity.id ?? null);
  const resettable = listed.filter((item) => item.resettable.length > 0).map(({ indicator }) => indicator.id);
  const inForce = listed.filter((item) => item.inForce).map(({ indicator }) => indicator);
  const exportAll = () =>
    downloadFile(`kennwerte-${cityId ?? 'stadt'}-${today()}.json`, 'application/json', writeCatalogue(inForce));
  return (
    <section className="gap-section" aria-labelledby="indicators-catalogue">
      <h3 id="indicators-catalogue">{t('indicators.catalogue')}</h3>
      <div className="indicator-actions">
        <button type="button" className="button" onClick={exportAll}>
          <Icon name="download" />
          {t('indicators.export')}
        </button>
        <button
          type="button"
          className="button"
          disabled={cityId === null}
          onClick={() => showScreen({ kind: 'import' })}
        >
          <Icon name="upload" />
          {t('indicators.import')}
        </button>
        <button
          type="button"
          className="button"
          disabled={cityId === null}
          onClick={() => showScreen({ kind: 'decide' })}
        >
          <Icon name="lock" />
          {t('indicators.decide')}
        </button>
        <button
          type="button"
          className="button"
          disabled={resettable.length === 0}
          onClick={() => showScreen({ kind: 'reset', ids: resettable })}
        >
          <Icon name="undo" />
          {t('indicators.reset-all')}
        </button>
      </div>
      {cityId === null ? <p className="secondary">{t('indicators.no-city')}</p> : null}
    </section>
  );
}
