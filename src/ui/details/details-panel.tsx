import { useEffect, useRef } from 'react';
import type { ObjectDetails } from '../../questions/describe-object.ts';
import { useApp, useCity, useTexts } from '../common/app-context.ts';
import { Icon } from '../common/icon.tsx';
import { later } from '../common/later.tsx';
import { nameOfDetails } from '../common/object-name.ts';
import { ProblemSentence } from '../common/problem-sentence.tsx';
import { closeDetails } from '../common/select-object.ts';
import { SourceBlock } from '../common/source-block.tsx';
import { CellDetails } from './cell-details.tsx';
import { DistrictDetails } from './district-details.tsx';
import { HouseDetails } from './house-details.tsx';
import { kindWord } from './kind-word.ts';
import { PlacePath } from './place-path.tsx';
import { PlotDetails } from './plot-details.tsx';
import { SupplyAreaDetails } from './supply-area-details.tsx';
import './details.css';

const DistrictGap = later(async () => (await import('../gap-map/district-gap.tsx')).DistrictGap);
const HouseGap = later(async () => (await import('../gap-map/house-gap.tsx')).HouseGap);

/** Everything known of the selected object, with date, grade and source. */
export function DetailsPanel() {
  const t = useTexts();
  const app = useApp();
  const summary = useCity((state) => state.summary);
  const selected = useCity((state) => state.selected);
  const details = selected?.details ?? null;
  const heading = useRef<HTMLHeadingElement>(null);

  useEffect(() => {
    if (!app.focusDetails.current || details === null) return;
    app.focusDetails.current = false;
    heading.current?.focus();
  }, [app, details]);

  return (
    <aside id="details" className="sheet details" aria-label={t('details.label')} tabIndex={-1}>
      <header className="sheet-head">
        <div className="details-title">
          {details === null ? null : <p className="details-kind">{kindWord(details, summary, t)}</p>}
          <h2 ref={heading} tabIndex={-1}>
            {details === null ? t('details.label') : nameOfDetails(details, t)}
          </h2>
        </div>
        <button type="button" className="icon-button" aria-label={t('details.close')} onClick={() => closeDetails(app)}>
          <Icon name="close" />
        </button>
      </header>
      <div className="sheet-body">
        {selected?.problem ? (
          <p className="warning-text">
            <ProblemSentence problem={selected.problem} />
          </p>
        ) : null}
        {selected !== null && details === null && selected.problem === null ? (
          <p className="secondary details-wait">{t('details.loading')}</p>
        ) : null}
        {details === null ? null : <Details details={details} />}
      </div>
    </aside>
  );
}

function Details({ details }: { readonly details: ObjectDetails }) {
  const t = useTexts();
  const { map } = useApp();
  return (
    <>
      <PlacePath details={details} />

      {details.kind === 'district' ? <DistrictGap id={details.district.id} /> : null}
      {details.kind === 'house' ? <HouseGap id={details.house.id} /> : null}

      <Body details={details} />
      {details.source === null ? null : (
        <section aria-labelledby="details-source">
          <h3 id="details-source">{t(details.kind === 'district' ? 'details.source-outline' : 'details.source')}</h3>
          <SourceBlock source={details.source} />
        </section>
      )}
      <button type="button" className="button" onClick={() => map.current?.camera.flyTo({ bbox: details.bbox })}>
        <Icon name="target" />
        {t('details.show-on-map')}
      </button>
    </>
  );
}

function Body({ details }: { readonly details: ObjectDetails }) {
  const source = details.source;
  switch (details.kind) {
    case 'district':
      return <DistrictDetails details={details} />;
    case 'house':
      return <HouseDetails house={details.house} source={source} />;
    case 'supply-area':
      return <SupplyAreaDetails area={details.area} source={source} />;
    case 'site':
      // A site has its dossier instead of this panel.
      return null;
    case 'plot':
      return <PlotDetails plot={details.plot} source={source} />;
    case 'cell':
      return <CellDetails details={details} />;
  }
}
