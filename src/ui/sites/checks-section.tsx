import { useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { addObject } from '../../plan/actions/add-object.ts';
import { putObject } from '../../plan/actions/put-object.ts';
import type { ObjectOf } from '../../plan/plan.ts';
import { circleForNew } from '../../plan/readers/circles.ts';
import { visibleObjects } from '../../plan/readers/visible-objects.ts';
import type { Circle } from '../../plan/types/common.ts';
import { freezeEvidence } from '../../questions/sites/frozen-site.ts';
import type { ImpactAnswer, RegisterSite, SiteImpact } from '../../questions/sites/site-calls.ts';
import type { ComputedAnswer } from '../../report/sites/check-evidence.ts';
import {
  CHECK_QUESTIONS,
  type CheckBasis,
  type CheckGroup,
  type CheckResult,
} from '../../report/sites/check-questions.ts';
import { computedAnswer } from '../../report/sites/computed-answer.ts';
import { unknownText } from '../../report/sites/impact-text.ts';
import type { ServiceId } from '../../shared/services.ts';
import { useApp, useCity, useTexts, useView } from '../common/app-context.ts';
import { CircleField } from '../common/circle-field.tsx';
import { FormEnd, Refused } from '../common/form-end.tsx';
import { SelectField, TextField } from '../indicators/form-fields.tsx';
import { usePlanChange } from '../indicators/use-plan-change.ts';
import { useSiteWaves } from './demand-section.tsx';
import { HeldNote } from './held-note.tsx';
import { useSurroundings } from './plots-section.tsx';
import { useImpacts } from './use-impacts.ts';
import { useSigner } from './use-signer.ts';

const GROUPS: readonly CheckGroup[] = ['need', 'child', 'health', 'access', 'mix', 'land', 'process'];
const RESULTS: readonly CheckResult[] = ['met', 'partly', 'open', 'unmet', 'irrelevant'];

type Answer = ObjectOf<'checkAnswers'>;

/** A line of the list: a question of the catalogue, or one that somebody added. */
interface Line {
  readonly item: string;
  readonly text: string;
  readonly basis: CheckBasis;
  readonly law: string | null;
  readonly computed: ComputedAnswer | null;
}

/** The Sozialverträglichkeitsprüfung: computed items with their evidence, the rest by hand, each with its basis and person. */
export function ChecksSection({ site }: { readonly site: RegisterSite }) {
  const t = useTexts();
  const { planState } = useApp();
  const plan = useStore(planState, (state) => state.plan);
  const waves = useSiteWaves(site);
  const surroundings = useSurroundings(site);
  const { answers: asked, waiting } = useImpacts(typeof waves === 'string' ? null : site);
  const unknown = useUnknown(asked);
  const [run, setRun] = useState(1);
  const answers = useMemo(
    () =>
      new Map(
        (plan === null ? [] : visibleObjects(plan, 'checkAnswers', (a) => a.siteId === site.id && a.run === run)).map(
          (answer) => [answer.item, answer],
        ),
      ),
    [plan, site.id, run],
  );
  const own = plan === null ? [] : visibleObjects(plan, 'checkItems', (i) => i.siteId === null || i.siteId === site.id);
  const bundles = plan === null ? 0 : visibleObjects(plan, 'bundles', (bundle) => bundle.siteId === site.id).length;
  const impacts = new Map<ServiceId, SiteImpact>(
    [...asked].flatMap(([service, answer]) => ('impact' in answer ? [[service, answer.impact] as const] : [])),
  );
  const needServices = (
    plan === null ? [] : visibleObjects(plan, 'needs', ({ place }) => isAt(place, site.id))
  ).flatMap(({ service }) => (service === null ? [] : [service]));
  const evidence = { site, waves, impacts, unknown, surroundings, bundles, needServices };
  const look = t as unknown as (key: string) => string;
  const lines = (group: CheckGroup): Line[] =>
    CHECK_QUESTIONS.filter((question) => question.group === group).map((question) => ({
      item: String(question.number),
      text: `${question.number} ${look(`sites.check-${question.number}`)}`,
      basis: question.basis,
      law: question.law,
      computed: question.basis === 'manual' ? null : computedAnswer(question, evidence, t),
    }));
  const added = own.map(
    (item): Line => ({ item: item.id, text: item.question, basis: 'manual', law: null, computed: null }),
  );
  return (
    <>
      <p className="secondary" role="status">
        {t('sites.check-count', { answered: answers.size, all: CHECK_QUESTIONS.length + own.length })}
        {waiting === 0 ? '' : ` ${t.count('sites.comparing', waiting)}`}
      </p>
      <HeldNote answers={asked.values()} />
      <SelectField
        label={t('sites.check-run')}
        value={String(run)}
        options={[1, 2, 3, 4].map((number) => ({
          value: String(number),
          label: t('sites.check-run-of', { run: number }),
        }))}
        onChange={(number) => setRun(Number(number))}
      />
      {GROUPS.map((group) => (
        <CheckList
          key={group}
          title={t(`sites.check-group-${group}`)}
          lines={lines(group)}
          answers={answers}
          site={site}
          run={run}
          waiting={waiting > 0}
        />
      ))}
      <CheckList
        title={t('sites.added-questions')}
        lines={added}
        answers={answers}
        site={site}
        run={run}
        waiting={false}
      />
      <NewQuestion site={site} />
    </>
  );
}

/** Services of which no effect is known, each with the reason. */
function useUnknown(answers: ReadonlyMap<ServiceId, ImpactAnswer>): ReadonlyMap<ServiceId, string> {
  const t = useTexts();
  const indicators = useStore(useApp().catalogue, (state) => state.indicators);
  return new Map(
    indicators.flatMap((indicator) => {
      const answer = answers.get(indicator.service);
      const why = answer === undefined ? null : unknownText(answer, indicator, t);
      return why === null ? [] : [[indicator.service, why] as const];
    }),
  );
}

const isAt = (place: ObjectOf<'needs'>['place'], siteId: string) => place.kind === 'site' && place.siteId === siteId;

interface CheckListProps {
  readonly title: string;
  readonly lines: readonly Line[];
  readonly answers: ReadonlyMap<string, Answer>;
  readonly site: RegisterSite;
  readonly run: number;
  /** Services are still being compared. */
  readonly waiting: boolean;
}

function CheckList({ title, lines, answers, site, run, waiting }: CheckListProps) {
  const t = useTexts();
  const [open, setOpen] = useState<string | null>(null);
  if (lines.length === 0) return null;
  return (
    <section className="gap-section">
      <h3>{title}</h3>
      <ul className="check-list">
        {lines.map((line) => {
          const answer = answers.get(line.item);
          const result = answer?.result ?? line.computed?.result ?? 'open';
          return (
            <li key={line.item}>
              <div className="check-head">
                <span>{line.text}</span>
                <span className={`check-result check-${result}`}>{t(`sites.result-${result}`)}</span>
              </div>
              <p className="secondary">
                {t(`sites.auto-${line.basis}`)}
                {line.law === null ? '' : ` · ${line.law}`}
              </p>
              {line.computed === null ? null : <Computed computed={line.computed} waiting={waiting} />}
              {answer === undefined ? null : <Said answer={answer} computed={line.computed} />}
              {open === line.item ? (
                <AnswerForm
                  key={`${line.item} ${run}`}
                  line={line}
                  answer={answer ?? null}
                  site={site}
                  run={run}
                  onDone={() => setOpen(null)}
                />
              ) : (
                <button type="button" className="text-button" onClick={() => setOpen(line.item)}>
                  {t(answer === undefined ? 'sites.check-answer' : 'sites.check-again')}
                  <span className="sr-only">: {line.text}</span>
                </button>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function Computed({ computed, waiting }: { readonly computed: ComputedAnswer; readonly waiting: boolean }) {
  const t = useTexts();
  if (waiting && computed.evidence === null && computed.layer === null) return <p>{t('gaps.computing')}</p>;
  if (computed.layer !== null) {
    return (
      <p className="warning-text">
        {computed.evidence === null ? '' : `${computed.evidence}; `}
        {t('sites.check-missing', { layer: t(`sites.layer-${computed.layer}`) })}
      </p>
    );
  }
  return <p>{computed.evidence ?? t('sites.check-by-hand')}</p>;
}

/** An answer with what was computed when it was given, where it has changed since. */
function Said({ answer, computed }: { readonly answer: Answer; readonly computed: ComputedAnswer | null }) {
  const t = useTexts();
  const said = answer.evidence?.request.said;
  return (
    <>
      <p>
        {answer.reason ?? answer.note ?? ''}{' '}
        <span className="secondary">
          {t('sites.check-said', { by: answer.by, date: t.format.date(answer.at.slice(0, 10)) })}
        </span>
      </p>
      {typeof said !== 'string' || said === computed?.evidence ? null : (
        <p className="secondary">{t('sites.check-frozen', { edition: answer.evidence!.edition, said })}</p>
      )}
    </>
  );
}

interface AnswerFormProps {
  readonly line: Line;
  readonly answer: Answer | null;
  readonly site: RegisterSite;
  readonly run: number;
  readonly onDone: () => void;
}

function AnswerForm({ line, answer, site, run, onDone }: AnswerFormProps) {
  const t = useTexts();
  const { saving, problem, apply } = usePlanChange();
  const signed = useSigner();
  const waves = useSiteWaves(site);
  const edition = useCity((state) => state.summary?.edition ?? '');
  const scenarioId = useView((state) => state.scenarioId);
  const [result, setResult] = useState<CheckResult>(answer?.result ?? line.computed?.result ?? 'open');
  const [note, setNote] = useState(answer?.note ?? line.computed?.evidence ?? '');
  const [reason, setReason] = useState(answer?.reason ?? '');
  const [circle, setCircle] = useState<Circle>(() => answer?.circle ?? circleForNew([site.circle]));
  const save = () => {
    if (saving) return;
    const isIrrelevant = result === 'irrelevant';
    const signature = signed();
    const said = line.computed?.evidence ?? null;
    const object = {
      circle,
      siteId: site.id,
      run,
      item: line.item,
      result,
      basis: line.basis,
      note: note.trim() === '' ? null : note.trim(),
      reason: isIrrelevant ? reason : null,
      evidence:
        said === null || typeof waves === 'string'
          ? null
          : freezeEvidence(site, waves, { at: signature.at, edition, scenarioId }, { item: line.item, said }),
      ...signature,
    };
    const params = { collection: 'checkAnswers' as const, name: `${line.item}, ${site.name}` };
    void apply(putObject, { collection: 'checkAnswers', object }, { code: 'change.changed', params }, onDone);
  };
  return (
    <form
      className="site-form"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <SelectField
        label={t('sites.check-result')}
        value={result}
        options={RESULTS.map((value) => ({ value, label: t(`sites.result-${value}`) }))}
        onChange={setResult}
      />
      {result === 'irrelevant' ? (
        <TextField wide required label={t('sites.check-reason')} value={reason} onChange={setReason} />
      ) : null}
      <TextField wide label={t('sites.check-note')} value={note} onChange={setNote} />
      <CircleField value={circle} onChange={setCircle} />
      <FormEnd problem={problem} saving={saving} onCancel={onDone} />
    </form>
  );
}

/** A question that the list does not have, for this site. */
function NewQuestion({ site }: { readonly site: RegisterSite }) {
  const t = useTexts();
  const { siteSession } = useApp();
  const { saving, problem, apply } = usePlanChange();
  const [question, setQuestion] = useState('');
  return (
    <form
      className="site-form gap-section"
      onSubmit={(event) => {
        event.preventDefault();
        if (saving || question.trim() === '') return;
        const object = { id: siteSession.newId(), siteId: site.id, group: 'added', question: question.trim() };
        const params = { collection: 'checkItems' as const, name: object.question };
        void apply(addObject, { collection: 'checkItems', object }, { code: 'change.added', params }, () =>
          setQuestion(''),
        );
      }}
    >
      <TextField wide label={t('sites.question-new')} value={question} onChange={setQuestion} />
      <Refused problem={problem} />
      <button type="submit" className="button" aria-disabled={saving || question.trim() === ''}>
        {t('sites.question-add')}
      </button>
    </form>
  );
}
