import { useEffect, useId, useState } from 'react';
import type { Area } from '../../city/types.ts';
import type { LonLat } from '../../shared/coordinates.ts';
import type { Problem } from '../../shared/problem.ts';
import { useApp, useCity, useTexts } from '../common/app-context.ts';
import { Icon } from '../common/icon.tsx';
import { ProblemSentence } from '../common/problem-sentence.tsx';
import { areaOfCorners, cornersText, rectangleAround } from './area-text.ts';
import { readArea } from './read-area.ts';

interface GeometryFieldProps {
  readonly value: Area | null;
  readonly onChange: (area: Area | null) => void;
  readonly problem?: Problem | undefined;
}

/** Half the side of a rectangle that begins a site, metres. */
const FIRST_SIDE_METERS = 100;

/** The area of a site: drawn on the map corner by corner, as a rectangle in the middle of the map, or as coordinates. */
export function GeometryField({ value, onChange, problem }: GeometryFieldProps) {
  const t = useTexts();
  const id = useId();
  const { map } = useApp();
  const epsg = useCity((state) => state.summary?.identity.epsg ?? 25832);
  const [corners, setCorners] = useState<readonly LonLat[] | null>(null);
  const [text, setText] = useState(() => cornersText(value));
  const [wrong, setWrong] = useState<Problem | null>(null);
  const isDrawing = corners !== null;

  useEffect(() => {
    const shown = map.current;
    if (shown === null || !isDrawing) return;
    shown.sites.listen((position) => setCorners((before) => [...(before ?? []), position]));
    return () => shown.sites.listen(null);
  }, [map, isDrawing]);
  useEffect(() => {
    const shown = map.current;
    shown?.sites.sketch(corners === null ? value : areaOfCorners(corners));
    return () => shown?.sites.sketch(null);
  }, [map, corners, value]);

  const take = (area: Area | null) => {
    onChange(area);
    setText(cornersText(area));
    setWrong(null);
  };
  const readText = (written: string) => {
    setText(written);
    const read = readArea(written, epsg);
    if ('problem' in read) {
      setWrong(read.problem);
      return;
    }
    setWrong(null);
    onChange(read.area);
  };
  const shownProblem = wrong ?? problem;
  return (
    <fieldset className="gap-section geometry-field">
      <legend>{t('sites.area')}</legend>
      {isDrawing ? (
        <>
          <p role="status">{t('sites.drawing', { count: corners.length })}</p>
          <div className="site-form-buttons">
            <button
              type="button"
              className="button button-main"
              aria-disabled={corners.length < 3}
              onClick={() => {
                if (corners.length < 3) return;
                take(areaOfCorners(corners));
                setCorners(null);
              }}
            >
              {t('sites.drawing-done')}
            </button>
            <button
              type="button"
              className="button"
              aria-disabled={corners.length === 0}
              onClick={() => setCorners(corners.slice(0, -1))}
            >
              {t('sites.drawing-back')}
            </button>
            <button type="button" className="button" onClick={() => setCorners(null)}>
              {t('sites.cancel')}
            </button>
          </div>
        </>
      ) : (
        <div className="site-form-buttons">
          <button type="button" className="button" onClick={() => setCorners([])}>
            <Icon name="target" />
            {t('sites.draw')}
          </button>
          <button
            type="button"
            className="button"
            onClick={() => {
              const camera = map.current?.camera.get();
              if (camera !== undefined)
                take(rectangleAround([camera.lon, camera.lat], FIRST_SIDE_METERS, FIRST_SIDE_METERS));
            }}
          >
            <Icon name="fit" />
            {t('sites.rectangle')}
          </button>
        </div>
      )}
      <div className="field">
        <label htmlFor={id}>{t('sites.corners')}</label>
        <textarea
          id={id}
          className="input"
          rows={5}
          value={text}
          onChange={(event) => readText(event.target.value)}
          {...(shownProblem === undefined ? {} : { 'aria-invalid': true, 'aria-describedby': `${id}p` })}
        />
        {shownProblem === undefined ? null : (
          <p id={`${id}p`} className="warning-text field-problem">
            <ProblemSentence problem={shownProblem} />
          </p>
        )}
      </div>
    </fieldset>
  );
}
