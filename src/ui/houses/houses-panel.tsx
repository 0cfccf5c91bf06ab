import { useEffect, useState } from 'react';
import type { NearHouse, NearHouses } from '../../questions/houses-near.ts';
import { lonLat } from '../../shared/coordinates.ts';
import type { Problem } from '../../shared/problem.ts';
import { problemOf } from '../../state/city-session.ts';
import { servicesOfGroups } from '../../state/view-store.ts';
import { useApp, useCity, useTexts, useView } from '../common/app-context.ts';
import { HouseSymbol } from '../common/house-symbol.tsx';
import { NoCity } from '../common/no-city.tsx';
import { nameOfHouse } from '../common/object-name.ts';
import { Panel } from '../common/panel.tsx';
import { ProblemSentence } from '../common/problem-sentence.tsx';
import { selectAndShow } from '../common/select-object.ts';
import { PANEL_ID } from '../shell/rail.tsx';
import './houses.css';

const PAGE_SIZE = 50;

type Answer = { readonly near: NearHouses } | { readonly problem: Problem } | null;

/**
 * The shown houses by distance from the middle of the map: what clicking is for the mouse. The order stays as it is while the map moves
 * (an opened house moves it) until the list is asked to follow.
 */
export function HousesPanel() {
  const t = useTexts();
  const app = useApp();
  const groups = useView((state) => state.groups);
  const ready = useCity((state) => state.phase === 'open');
  const camera = useView((state) => state.camera);
  const bbox = useCity((state) => state.summary?.identity.bbox ?? null);
  // Without a map the middle of the city is as good.
  const middle = camera ?? (bbox === null ? null : { lon: (bbox[0] + bbox[2]) / 2, lat: (bbox[1] + bbox[3]) / 2 });
  const [chosen, setChosen] = useState(camera);
  const origin = chosen ?? middle;
  const lon = origin?.lon ?? null;
  const lat = origin?.lat ?? null;
  const [offset, setOffset] = useState(0);
  const [answer, setAnswer] = useState<Answer>(null);

  useEffect(() => {
    if (chosen === null) setChosen(camera);
  }, [chosen, camera]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another filter or another middle begins at the first page
  useEffect(() => setOffset(0), [groups, lon, lat]);

  useEffect(() => {
    if (!ready || lon === null || lat === null) return;
    const controller = new AbortController();
    const services = servicesOfGroups(groups);
    const position = lonLat(lon, lat);
    app.session.housesNear({ position, services, offset, limit: PAGE_SIZE }, controller.signal).then(
      (near) => setAnswer({ near }),
      (thrown) => {
        if (!controller.signal.aborted) setAnswer({ problem: problemOf(thrown) });
      },
    );
    return () => controller.abort();
  }, [app, ready, lon, lat, groups, offset]);

  return (
    <Panel id={PANEL_ID} title={t('houses.title')} onClose={() => app.view.setState({ panel: null })}>
      <p className="secondary">{t('houses.intro')}</p>
      <button
        type="button"
        className="button"
        disabled={camera === null || (camera.lon === lon && camera.lat === lat)}
        onClick={() => setChosen(camera)}
      >
        {t('houses.follow')}
      </button>
      <HouseList answer={answer} offset={offset} onOffset={setOffset} />
    </Panel>
  );
}

interface HouseListProps {
  readonly answer: Answer;
  readonly offset: number;
  readonly onOffset: (offset: number) => void;
}

function HouseList({ answer, offset, onOffset }: HouseListProps) {
  const t = useTexts();
  const { view } = useApp();
  if (answer === null) return <NoCity open={t('houses.loading')} />;
  if ('problem' in answer) {
    return (
      <p className="warning-text">
        <ProblemSentence problem={answer.problem} />
      </p>
    );
  }
  const { total, houses } = answer.near;
  if (total === 0) {
    return (
      <>
        <p>{t('houses.none')}</p>
        <button type="button" className="button" onClick={() => view.setState({ groups: null })}>
          {t('houses.none-step')}
        </button>
      </>
    );
  }
  return (
    <>
      <p className="houses-range secondary" role="status">
        {t('houses.range', { from: offset + 1, to: offset + houses.length, total })}
      </p>
      <ol className="houses" start={offset + 1} aria-label={t('houses.list')}>
        {houses.map((house) => (
          <HouseRow key={house.id} house={house} />
        ))}
      </ol>
      <div className="houses-pages">
        <button type="button" className="button" disabled={offset === 0} onClick={() => onOffset(offset - PAGE_SIZE)}>
          {t('houses.previous', { count: PAGE_SIZE })}
        </button>
        <button
          type="button"
          className="button"
          disabled={offset + houses.length >= total}
          onClick={() => onOffset(offset + PAGE_SIZE)}
        >
          {t('houses.next', { count: PAGE_SIZE })}
        </button>
      </div>
    </>
  );
}

function HouseRow({ house }: { readonly house: NearHouse }) {
  const t = useTexts();
  const app = useApp();
  const selected = useView((state) => state.selection?.kind === 'house' && state.selection.id === house.id);
  const meters = house.distanceMeters;
  const distance =
    meters < 1000 ? t.format.unit(Math.round(meters / 10) * 10, 'm') : t.format.unit(meters / 1000, 'km', 1);
  return (
    <li>
      <button
        type="button"
        className="house-row"
        aria-current={selected ? 'true' : undefined}
        onClick={() => selectAndShow(app, { kind: 'house', id: house.id })}
      >
        {house.group === null ? <span className="house-symbol" /> : <HouseSymbol group={house.group} />}
        <span className="house-row-text">
          <span>{nameOfHouse(house.name, house.services, t)}</span>
          <span className="secondary">
            {[
              house.services.map((service) => t(`service.${service}`)).join(', '),
              house.address,
              house.outside ? t('houses.outside') : null,
            ]
              .filter((part) => part !== null && part !== '')
              .join(' · ')}
          </span>
        </span>
        <span className="figure secondary">
          {distance}
          <span className="sr-only"> {t('houses.away')}</span>
        </span>
      </button>
    </li>
  );
}
