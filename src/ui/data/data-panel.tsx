import type { CitySummary } from '../../questions/city-summary.ts';
import type { Note } from '../../shared/problem.ts';
import { useApp, useCity, useTexts } from '../common/app-context.ts';
import { Fact, Facts } from '../common/facts.tsx';
import { Figure } from '../common/figure.tsx';
import { Icon } from '../common/icon.tsx';
import { NoCity } from '../common/no-city.tsx';
import { capitalised } from '../common/object-name.ts';
import { Panel } from '../common/panel.tsx';
import { ProblemSentence } from '../common/problem-sentence.tsx';
import { SourceBlock } from '../common/source-block.tsx';
import { PANEL_ID } from '../shell/rail.tsx';
import { DemoPlanSection } from './demo-plan-section.tsx';
import './data.css';

/** What the city package holds, where it comes from, and what was done to it. */
export function DataPanel() {
  const t = useTexts();
  const { view } = useApp();
  const summary = useCity((state) => state.summary);
  return (
    <Panel id={PANEL_ID} title={t('data.title')} onClose={() => view.setState({ panel: null })} isText>
      {summary === null ? (
        <NoCity />
      ) : (
        <>
          {summary.identity.invented ? <p className="invented-note">{t('header.invented-why')}</p> : null}
          <Contents summary={summary} />
          {summary.identity.invented ? <DemoPlanSection /> : null}
          <section aria-labelledby="data-sources">
            <h3 id="data-sources">{t('data.sources')}</h3>
            <ul className="sources">
              {summary.sources.map((source) => (
                <li key={source.file}>
                  <SourceBlock source={source} full />
                </li>
              ))}
            </ul>
          </section>
          <Notes notes={summary.notes} />
        </>
      )}
    </Panel>
  );
}

function Contents({ summary }: { readonly summary: CitySummary }) {
  const t = useTexts();
  const { counts, identity } = summary;
  const { years } = identity;
  const none = t('missing.no-source');
  return (
    <section aria-labelledby="data-contents">
      <h3 id="data-contents">{t('data.contents')}</h3>
      <Facts figures>
        <Fact label={t('data.inhabitants')}>
          <Figure value={counts.inhabitants} why={none} />
        </Fact>
        {identity.levels.map((level, index) => (
          <Fact key={level.level} label={capitalised(level[t.language].plural)}>
            <Figure value={counts.districtsByLevel[index] ?? null} why={none} />
          </Fact>
        ))}
        <Fact label={t('data.houses')}>
          <Figure value={counts.houses} why={none} />
        </Fact>
        <Fact label={t('data.supply-areas')}>
          <Figure value={counts.supplyAreas} why={none} />
        </Fact>
        <Fact label={t('data.sites')}>
          <Figure value={counts.sites} why={none} />
        </Fact>
        <Fact label={t('data.plots')}>
          <Figure value={counts.plots} why={none} />
        </Fact>
        <Fact label={t('data.demand-points')}>
          <Figure value={counts.demandPoints} why={none} />
        </Fact>
        <Fact label={t('data.years')}>
          {years.length > 1 ? (
            <span className="figure">
              {years[0]}–{years.at(-1)}
            </span>
          ) : (
            t('data.no-forecast')
          )}
        </Fact>
      </Facts>
      <p className="secondary">
        {t('data.reference-date', { date: t.format.date(identity.referenceDate) })}
        {' · '}
        {t('data.edition', { edition: summary.edition })}
      </p>
    </section>
  );
}

function Notes({ notes }: { readonly notes: readonly Note[] }) {
  const t = useTexts();
  // Warnings first; the order of the build otherwise.
  const ordered = [...notes].sort((a, b) => Number(a.severity === 'info') - Number(b.severity === 'info'));
  return (
    <section aria-labelledby="data-notes">
      <h3 id="data-notes">{t('data.notes')}</h3>
      <p className="secondary">{t(notes.length === 0 ? 'data.notes-none' : 'data.notes-intro')}</p>
      <ul className="notes">
        {ordered.map((note, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: notes have no id and their list never changes
          <li key={index} className={`note note-${note.severity}`}>
            <Icon name={note.severity === 'warning' ? 'warning' : 'info'} />
            <div>
              <span className="sr-only">{t(`data.notes-${note.severity}`)}: </span>
              <ProblemSentence problem={note} />
              {note.count === undefined ? null : (
                <span className="secondary note-count"> {t.count('data.note-count', note.count)}</span>
              )}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
