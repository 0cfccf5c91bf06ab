import '../../i18n/later-texts.ts';
import { useMemo, useState } from 'react';
import { putObject } from '../../plan/actions/put-object.ts';
import { visibleObjects } from '../../plan/readers/visible-objects.ts';
import type { NeedAnswer } from '../../plan/types/needs.ts';
import type { RegisterSite } from '../../questions/sites/site-calls.ts';
import { isActive, liesIn } from '../../report/needs/need-filter.ts';
import type { NeedRow } from '../../report/needs/need-rows.ts';
import { codeText, placeText, quantityText, subjectText } from '../../report/needs/need-text.ts';
import { type Problem, problem as problemMade } from '../../shared/problem.ts';
import { useApp, useTexts } from '../common/app-context.ts';
import { detailsCoverPanel } from '../common/details-cover-panel.ts';
import { ProblemSentence } from '../common/problem-sentence.tsx';
import { SelectField, TextField } from '../indicators/form-fields.tsx';
import { usePlanChange } from '../indicators/use-plan-change.ts';
import { AgreedFigures } from '../needs/joint/agreed-figures.tsx';
import { showNeedsScreen } from '../needs/needs-store.ts';
import { useNeedRows, usePlan } from '../needs/use-needs.ts';
import { useSigner } from './use-signer.ts';

type Scope = 'site' | 'district' | 'city';
const SCOPES: readonly Scope[] = ['site', 'district', 'city'];

/** Why a need belongs into the dossier; `null` = it does not. Only needs that are neither done nor put aside. */
function scopeOf(row: NeedRow, site: RegisterSite): Scope | null {
  const { need } = row;
  if (!isActive(need.status)) return null;
  if (need.place.kind === 'city') return 'city';
  if (need.place.kind === 'site' && need.place.siteId === site.id) return 'site';
  return liesIn(
    row,
    site.path.slice(0, 1).map(({ id }) => id),
  )
    ? 'district'
    : null;
}

/** Needs of the site, of its district and of the whole city, and what the site makes of each. */
export function NeedsSection({ site }: { readonly site: RegisterSite }) {
  const t = useTexts();
  const plan = usePlan();
  const rows = useNeedRows();
  const found = useMemo(
    () =>
      rows
        .flatMap((row) => {
          const scope = scopeOf(row, site);
          return scope === null ? [] : [{ row, scope }];
        })
        .sort((a, b) => SCOPES.indexOf(a.scope) - SCOPES.indexOf(b.scope)),
    [rows, site],
  );
  const answers = useMemo(
    () =>
      new Map(
        (plan === null ? [] : visibleObjects(plan, 'needAnswers', ({ siteId }) => siteId === site.id)).map((answer) => [
          answer.needId,
          answer,
        ]),
      ),
    [plan, site.id],
  );
  const figures = <AgreedFigures path={site.path} />;
  if (found.length === 0)
    return (
      <>
        <p>{t('needs.dossier-none')}</p>
        {figures}
      </>
    );
  const answered = found.filter(({ row }) => answers.has(row.need.id)).length;
  return (
    <>
      <p className="secondary">{t('needs.dossier-why')}</p>
      <p role="status">{t('needs.dossier-count', { answered, all: found.length })}</p>
      <ul className="check-list">
        {found.map(({ row, scope }) => (
          <NeedLine key={row.need.id} row={row} scope={scope} site={site} answer={answers.get(row.need.id) ?? null} />
        ))}
      </ul>
      {figures}
    </>
  );
}

interface NeedLineProps {
  readonly row: NeedRow;
  readonly scope: Scope;
  readonly site: RegisterSite;
  readonly answer: NeedAnswer | null;
}

function NeedLine({ row, scope, site, answer }: NeedLineProps) {
  const t = useTexts();
  const { view } = useApp();
  const signed = useSigner();
  const { saving, problem, apply } = usePlanChange();
  const [draft, setDraft] = useState<{ answer: NeedAnswer['answer']; reason: string } | null>(null);
  const [fault, setFault] = useState<Problem | undefined>(undefined);
  const { need } = row;
  const chosen = draft?.answer ?? answer?.answer ?? '';
  const save = () => {
    if (draft === null || saving) return;
    const reason = draft.reason.trim() === '' ? null : draft.reason.trim();
    if (draft.answer === 'irrelevant' && reason === null) {
      setFault(problemMade('plan.reason-missing', {}));
      return;
    }
    const object = { siteId: site.id, needId: need.id, answer: draft.answer, reason, ...signed() };
    const params = { collection: 'needAnswers' as const, name: need.title };
    void apply(putObject, { collection: 'needAnswers', object }, { code: 'change.changed', params }, () =>
      setDraft(null),
    );
  };
  return (
    <li>
      <div className="check-head">
        <button
          type="button"
          className="text-button"
          onClick={() => {
            // Where details cover the panel they give way to it.
            const isCovered = detailsCoverPanel();
            view.setState({ panel: 'needs', ...(isCovered ? { selection: null } : {}) });
            showNeedsScreen({ kind: 'need', id: need.id });
          }}
        >
          {need.title}
        </button>
        <span className="secondary">{t(`needs.dossier-${scope}`)}</span>
      </div>
      <p className="secondary">
        {row.department} · {codeText(need.urgency, t)} · {codeText(need.status, t)} · {subjectText(need, t)} ·{' '}
        {quantityText(need, t)} · {placeText(row, t)}
      </p>
      {answer === null ? null : (
        <p>
          {t('needs.answer-said', {
            answer: codeText(answer.answer, t),
            by: answer.by,
            date: t.format.date(answer.at.slice(0, 10)),
          })}
          {answer.reason === null ? '' : ` – ${answer.reason}`}
        </p>
      )}
      <form
        className="site-form"
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <SelectField
          label={
            <>
              {t('needs.answer')}
              <span className="sr-only">: {need.title}</span>
            </>
          }
          value={chosen}
          options={[
            ...(chosen === '' ? [{ value: '' as const, label: t('needs.answer-none') }] : []),
            ...(['adopted', 'checked', 'irrelevant'] as const).map((value) => ({ value, label: codeText(value, t) })),
          ]}
          onChange={(value) => {
            if (value !== '') setDraft({ answer: value, reason: draft?.reason ?? answer?.reason ?? '' });
          }}
        />
        {draft === null ? null : (
          <>
            <TextField
              wide
              label={t('needs.answer-reason')}
              value={draft.reason}
              onChange={(reason) => {
                setFault(undefined);
                setDraft({ ...draft, reason });
              }}
              problem={fault}
              required={draft.answer === 'irrelevant'}
            />
            <button type="submit" className="button" aria-disabled={saving}>
              {t('needs.answer-save')}
            </button>
          </>
        )}
      </form>
      {problem === null ? null : (
        <p className="warning-text" role="alert">
          <ProblemSentence problem={problem} />
        </p>
      )}
    </li>
  );
}
