import { useEffect, useRef, useState } from 'react';
import type { CatchmentProposal, GivingSchool } from '../../questions/measures/measure-calls.ts';
import type { MeasureDraft } from '../../questions/measures/measure-draft.ts';
import { type Problem, problem } from '../../shared/problem.ts';
import { problemOf } from '../../state/city-session.ts';
import { useApp, useTexts } from '../common/app-context.ts';
import { useGaps } from '../gap-map/use-gaps.ts';
import { ProblemText } from './form-parts.tsx';
import type { MeasureFields } from './measure-fields.ts';
import { useIndicators } from './measure-form.tsx';
import { setFields } from './measure-ui.ts';

interface CatchmentFieldProps {
  readonly fields: MeasureFields;
  /** The measure as it can be read; `null` while it cannot. */
  readonly draft: MeasureDraft | null;
}

/** The Schulbezirk of a new Grundschule: proposed from the cells nearest to it, shown with what it changes, taken or not. */
export function CatchmentField({ fields, draft }: CatchmentFieldProps) {
  const t = useTexts();
  const { map, measureSession } = useApp();
  const question = useGaps((state) => state.question);
  const indicator = useIndicators().find(({ service }) => service === 'grundschule');
  const [proposal, setProposal] = useState<CatchmentProposal | null>(null);
  const [refused, setRefused] = useState<Problem | null>(null);
  const asking = useRef<AbortController | null>(null);
  const shown = proposal?.area ?? fields.catchment;
  useEffect(() => {
    map.current?.sites.sketch(shown);
    return () => map.current?.sites.sketch(null);
  }, [map, shown]);
  useEffect(() => () => asking.current?.abort(), []);

  const propose = async () => {
    if (question === null || indicator === undefined || draft === null) {
      setRefused(problem('measure.missing', { what: 'place' }));
      return;
    }
    asking.current?.abort();
    asking.current = new AbortController();
    const { signal } = asking.current;
    setRefused(null);
    try {
      const request = { ...question.request, service: 'grundschule' as const, limitMeters: null };
      const found = await measureSession.catchment({ ...question, request, indicator, preview: draft }, signal);
      setProposal(found);
      if (found === null) setRefused(problem('measure.no-catchment', {}));
    } catch (thrown) {
      if (!signal.aborted) setRefused(problemOf(thrown));
    }
  };
  return (
    <fieldset className="measure-place">
      <legend>{t('measures.catchment')}</legend>
      <p className="measure-hint">
        {t(fields.catchment === null ? 'measures.school-needs-area' : 'measures.catchment-taken')}
      </p>
      {proposal === null ? (
        <div className="measure-actions">
          <button type="button" className="button" onClick={() => void propose()}>
            {t(fields.catchment === null ? 'measures.catchment-propose' : 'measures.catchment-again')}
          </button>
          {fields.catchment === null ? null : (
            <button type="button" className="text-button" onClick={() => setFields({ catchment: null })}>
              {t('measures.catchment-remove')}
            </button>
          )}
        </div>
      ) : (
        <Proposal
          proposal={proposal}
          year={question?.request.year ?? null}
          onTake={() => {
            setFields({ catchment: proposal.area });
            setProposal(null);
          }}
          onDrop={() => setProposal(null)}
        />
      )}
      <ProblemText problem={refused} />
    </fieldset>
  );
}

interface ProposalProps {
  readonly proposal: CatchmentProposal;
  readonly year: number | null;
  readonly onTake: () => void;
  readonly onDrop: () => void;
}

function Proposal({ proposal, year, onTake, onDrop }: ProposalProps) {
  const t = useTexts();
  const { pupils, places, schools, cells } = proposal;
  const whole = (value: number | null) => (value === null ? t('missing.short') : t.format.number(Math.round(value)));
  const fill = ({ after, capacity }: GivingSchool) =>
    capacity === null ? whole(after) : t('measures.catchment-of', { pupils: whole(after), places: whole(capacity) });
  return (
    <section aria-live="polite">
      <p>
        {t('measures.catchment-found', { pupils: whole(pupils), places: whole(places), year: String(year ?? '') })}{' '}
        <span className="secondary">{t.count('measures.catchment-cells', cells)}</span>
      </p>
      {schools.length === 0 ? null : (
        <table className="table dossier-table">
          <caption>{t('measures.catchment-givers')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('measures.catchment-school')}</th>
              <th scope="col" className="number">
                {t('measures.catchment-before')}
              </th>
              <th scope="col" className="number">
                {t('measures.catchment-after')}
              </th>
            </tr>
          </thead>
          <tbody>
            {schools.map((school) => (
              <tr key={school.id}>
                <th scope="row">{school.name ?? school.id}</th>
                <td className="number">{whole(school.before)}</td>
                <td className="number">{fill(school)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <div className="measure-actions">
        <button type="button" className="button button-main" onClick={onTake}>
          {t('measures.catchment-take')}
        </button>
        <button type="button" className="button" onClick={onDrop}>
          {t('measures.cancel')}
        </button>
      </div>
    </section>
  );
}
