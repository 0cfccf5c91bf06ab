import { useApp, useCity, useTexts, useView } from '../common/app-context.ts';
import { Icon } from '../common/icon.tsx';

/** Zoom, north and the whole city. */
export function MapControls() {
  const t = useTexts();
  const { map } = useApp();
  const bbox = useCity((state) => state.summary?.identity.bbox ?? null);
  const bearing = useView((state) => state.camera?.bearing ?? 0);
  return (
    <fieldset className="map-controls">
      <legend className="sr-only">{t('map.controls')}</legend>
      <div className="map-controls-pair">
        <button type="button" aria-label={t('map.zoom-in')} onClick={() => map.current?.camera.zoomBy(1)}>
          <Icon name="plus" />
        </button>
        <button type="button" aria-label={t('map.zoom-out')} onClick={() => map.current?.camera.zoomBy(-1)}>
          <Icon name="minus" />
        </button>
      </div>
      <button
        type="button"
        aria-label={t('map.fit')}
        disabled={bbox === null}
        onClick={() => {
          if (bbox !== null) map.current?.camera.flyTo({ bbox });
        }}
      >
        <Icon name="fit" />
      </button>
      <button
        type="button"
        aria-label={t('map.north')}
        disabled={Math.abs(bearing) < 0.05}
        onClick={() => map.current?.camera.resetBearing()}
      >
        <svg className="icon north" viewBox="0 0 20 20" aria-hidden="true" style={{ rotate: `${-bearing}deg` }}>
          <path d="M10 2 13.6 10H6.4Z" className="north-needle" />
          <path d="M10 18 6.4 10h7.2Z" />
        </svg>
      </button>
    </fieldset>
  );
}
