import { useEffect, useMemo, useRef, useState } from 'react';
import type { Area } from '../../city/types.ts';
import { type CellGeometry, createCellGeometry } from '../../questions/measures/catchment-cells.ts';
import type { CatchmentGround } from '../../questions/measures/measure-calls.ts';
import type { MeasureDraft } from '../../questions/measures/measure-draft.ts';
import { boxOfGeometry } from '../../shared/geometry/box.ts';
import { type Problem, problem } from '../../shared/problem.ts';
import { problemOf } from '../../state/city-session.ts';
import { useApp, useTexts } from '../common/app-context.ts';
import { useGaps } from '../gap-map/use-gaps.ts';
import { useSigner } from '../sites/use-signer.ts';
import { CatchmentFigures } from './catchment-figures.tsx';
import { CatchmentTools } from './catchment-tools.tsx';
import { Field, ProblemText } from './form-parts.tsx';
import type { MeasureFields } from './measure-fields.ts';
import { useIndicators } from './measure-form.tsx';
import { setFields } from './measure-ui.ts';

interface CatchmentFieldProps {
  readonly fields: MeasureFields;
  /** The measure as it can be read; `null` while it cannot. */
  readonly draft: MeasureDraft | null;
  /** What is wrong with what was changed by hand. */
  readonly problem: Problem | undefined;
}

/**
 * The Schulbezirk of a new Grundschule: proposed from the cells nearest to it, shown with what it changes, taken, changed by hand cell by
 * cell, and put back.
 */
export function CatchmentField({ fields, draft, problem: fault }: CatchmentFieldProps) {
  const t = useTexts();
  const { map } = useApp();
  const sign = useSigner();
  const [isAsked, setAsked] = useState(false);
  const [isEditing, setEditing] = useState(false);
  const taken = fields.catchment;
  const { ground, geometry, refused } = useGround(isAsked || taken !== null ? draft : null, isAsked);
  const proposed = useMemo(() => new Set(ground?.demand.proposal ?? []), [ground]);
  const cells = useMemo(
    () => (taken === null || geometry === null ? proposed : geometry.cellsOf(taken)),
    [taken, geometry, proposed],
  );
  const isProposal = taken === null && isAsked && proposed.size > 0;
  const shown = useMemo(
    () => taken ?? (isProposal ? (geometry?.areaOf(proposed) ?? null) : null),
    [taken, isProposal, geometry, proposed],
  );
  useEffect(() => {
    map.current?.sites.sketch(shown);
    return () => map.current?.sites.sketch(null);
  }, [map, shown]);

  // A proposal, or what is changed by hand, fills the map: cells of 100 m cannot be told apart in a view of the city.
  const isNear = isProposal || isEditing;
  const newest = useRef(shown);
  newest.current = shown;
  useEffect(() => {
    const box = newest.current === null || !isNear ? null : boxOfGeometry(newest.current);
    if (box !== null) map.current?.camera.flyTo({ bbox: box });
  }, [map, isNear]);

  const change = (next: ReadonlySet<number>) => {
    if (geometry === null) return;
    const { by, at } = sign();
    const reason = fields.catchmentEdit?.reason ?? '';
    setFields({ catchment: geometry.areaOf(next), catchmentEdit: { by, at, reason } });
  };
  const propose = () => {
    const area = geometry?.areaOf(proposed) ?? null;
    setFields({ catchment: area as Area | null, catchmentEdit: null });
  };
  const edit = fields.catchmentEdit;
  const position = fields.place?.position ?? null;
  return (
    <fieldset className="measure-place">
      <legend>{t('measures.catchment')}</legend>
      {isProposal ? null : (
        <p className="measure-hint">{t(taken === null ? 'measures.school-needs-area' : 'measures.catchment-taken')}</p>
      )}
      {taken !== null && edit !== null ? (
        <p className="measure-chosen" role="status">
          {t('measures.catchment-by-hand', { by: edit.by, date: t.format.date(edit.at.slice(0, 10)) })}
        </p>
      ) : null}
      {ground === null || (taken === null && !isProposal) ? null : (
        <CatchmentFigures ground={ground} cells={cells}>
          {isEditing && geometry !== null && position !== null && taken !== null ? (
            <CatchmentTools
              ground={ground}
              geometry={geometry}
              school={position}
              cells={cells}
              onChange={change}
              onDone={() => setEditing(false)}
            />
          ) : null}
        </CatchmentFigures>
      )}
      {taken !== null && edit !== null ? (
        <Field label={t('measures.catchment-reason')} problem={fault}>
          {(given) => (
            <input
              {...given}
              className="input"
              value={edit.reason}
              onChange={({ target }) => setFields({ catchmentEdit: { ...edit, reason: target.value } })}
            />
          )}
        </Field>
      ) : null}
      <div className="measure-actions">
        {isProposal ? (
          <>
            <button type="button" className="button button-main" onClick={propose}>
              {t('measures.catchment-take')}
            </button>
            <button type="button" className="button" onClick={() => setAsked(false)}>
              {t('measures.cancel')}
            </button>
          </>
        ) : null}
        {taken === null && !isProposal ? (
          <button type="button" className="button" onClick={() => setAsked(true)}>
            {t('measures.catchment-propose')}
          </button>
        ) : null}
        {taken !== null && !isEditing ? (
          <button type="button" className="button" aria-disabled={ground === null} onClick={() => setEditing(true)}>
            {t('measures.catchment-edit')}
          </button>
        ) : null}
        {taken !== null && ground !== null && proposed.size > 0 && !isSame(cells, proposed) ? (
          <button type="button" className="button" onClick={propose}>
            {t('measures.catchment-again')}
          </button>
        ) : null}
        {taken === null ? null : (
          <button
            type="button"
            className="text-button"
            onClick={() => {
              setEditing(false);
              setAsked(false);
              setFields({ catchment: null, catchmentEdit: null });
            }}
          >
            {t('measures.catchment-remove')}
          </button>
        )}
      </div>
      <ProblemText problem={refused} />
    </fieldset>
  );
}

function isSame(a: ReadonlySet<number>, b: ReadonlySet<number>): boolean {
  return a.size === b.size && [...a].every((cell) => b.has(cell));
}

interface Ground {
  readonly ground: CatchmentGround | null;
  readonly geometry: CellGeometry | null;
  /** Why there is none, or no proposal. */
  readonly refused: Problem | null;
}

/** The cells around a school and who lives there, for the year shown; asked for again when the school or the question is another. */
function useGround(draft: MeasureDraft | null, isAsked: boolean): Ground {
  const { measureSession } = useApp();
  const question = useGaps((state) => state.question);
  const indicator = useIndicators().find(({ service }) => service === 'grundschule');
  const [ground, setGround] = useState<CatchmentGround | null>(null);
  const [refused, setRefused] = useState<Problem | null>(null);
  const asked = useMemo(() => {
    if (question === null || indicator === undefined || draft === null) return null;
    const request = { ...question.request, service: 'grundschule' as const, limitMeters: null };
    const { catchment: _, catchmentEdit: __, name: ___, reason: ____, ...measure } = draft.measure;
    return {
      ...question,
      request,
      indicator,
      preview: { offers: draft.offers, measure: { ...measure, name: '', reason: null } },
    };
  }, [question, indicator, draft]);
  const key = asked === null ? null : JSON.stringify([asked.request, asked.preview]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: questions with the same key are the same questions
  useEffect(() => {
    if (asked === null) return;
    const controller = new AbortController();
    setRefused(null);
    measureSession.catchment(asked, controller.signal).then(
      (found) => {
        setGround(found);
        if (found === null || found.demand.proposal.length === 0) setRefused(problem('measure.no-catchment', {}));
      },
      (thrown) => {
        if (!controller.signal.aborted) setRefused(problemOf(thrown));
      },
    );
    return () => controller.abort();
  }, [measureSession, key]);
  const geometry = useMemo(() => (ground === null ? null : createCellGeometry(ground.grid)), [ground]);
  if (isAsked && draft === null) return { ground, geometry, refused: problem('measure.missing', { what: 'place' }) };
  return draft === null ? { ground: null, geometry: null, refused: null } : { ground, geometry, refused };
}
