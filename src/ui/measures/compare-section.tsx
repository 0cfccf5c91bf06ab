import { useEffect, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import type { ObjectOf, Plan } from '../../plan/plan.ts';
import { partsOfScenario } from '../../plan/readers/scenario-parts.ts';
import type { Circle } from '../../plan/types/common.ts';
import type { GapQuestion } from '../../questions/gap-map/gap-calls.ts';
import {
  type ComparedRow,
  changedRows,
  cityRow,
  costOfService,
  rowsAtLevel,
  type TwoResults,
} from '../../questions/measures/compare-rows.ts';
import { euroText } from '../../report/scenario-summary.ts';
import type { Problem } from '../../shared/problem.ts';
import { problemOf } from '../../state/city-session.ts';
import { questionKey } from '../../state/gap-store.ts';
import { useApp, useCity, useTexts } from '../common/app-context.ts';
import { Figure } from '../common/figure.tsx';
import { showOnMap } from '../common/select-object.ts';
import { useGaps, useGapView, useIndicator } from '../gap-map/use-gaps.ts';
import { CompareAll } from './compare-all-section.tsx';
import { CompareExport } from './compare-export.tsx';
import { BackButton, Choice, ProblemText } from './form-parts.tsx';
import { measureUi } from './measure-ui.ts';
import { usePlan, useScenarios } from './use-measures.ts';

interface Pair extends TwoResults {
  readonly key: string;
}

/** The question of the map in two scenarios; `null` until both answers are there. */
function usePair(otherId: string | null) {
  const { measureSession, scenarios } = useApp();
  const question = useGaps((state) => state.question);
  const basisOf = useStore(scenarios, (state) => state.basisOf);
  const [pair, setPair] = useState<Pair | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const questions = useMemo(() => {
    if (question === null) return null;
    const inScenario = (scenarioId: string | null): GapQuestion => {
      const { basis: _, preview: __, ...plain } = question;
      const basis = basisOf(scenarioId);
      const asked = { ...plain, request: { ...plain.request, scenarioId } };
      return basis === null ? asked : { ...asked, basis };
    };
    return [inScenario(question.request.scenarioId), inScenario(otherId)] as const;
  }, [question, basisOf, otherId]);
  const key = questions?.map(questionKey).join(' ') ?? '';
  // biome-ignore lint/correctness/useExhaustiveDependencies: questions with the same key are the same questions
  useEffect(() => {
    if (questions === null) return;
    const controller = new AbortController();
    const { signal } = controller;
    setProblem(null);
    Promise.all(questions.map((asked) => measureSession.rows(asked, signal))).then(
      ([one, other]) => setPair({ key, one: one!, other: other! }),
      (thrown) => {
        if (!signal.aborted) setProblem(problemOf(thrown));
      },
    );
    return () => controller.abort();
  }, [measureSession, key]);
  /** The same two as a circle may see them. */
  const askFor = async (circle: Circle): Promise<TwoResults | null> => {
    if (questions === null) return null;
    const { signal } = new AbortController();
    const [one, other] = await Promise.all(questions.map((asked) => measureSession.rows({ ...asked, circle }, signal)));
    return { one: one!, other: other! };
  };
  return { pair: pair?.key === key ? pair : null, problem, askFor };
}

/** Two scenarios side by side: what changes per district, what a place costs, and the difference on the map. */
export function CompareSection({ scenario }: { readonly scenario: ObjectOf<'scenarios'> }) {
  const t = useTexts();
  const plan = usePlan();
  const scenarios = useScenarios();
  const { level } = useGapView();
  const [otherId, setOtherId] = useState('');
  const { pair, problem, askFor } = usePair(otherId === '' ? null : otherId);
  const otherName = scenarios.find(({ id }) => id === otherId)?.name ?? t('scenario.existing');
  const rows = useMemo(() => {
    if (pair === null) return [];
    return rowsAtLevel(pair, level);
  }, [pair, level]);
  useEffect(() => {
    const known = rows.flatMap(({ id, closed }) => (closed === null ? [] : [[id, Math.round(closed)] as const]));
    measureUi.setState({ difference: new Map(known) });
    return () => measureUi.setState({ difference: null });
  }, [rows]);
  const app = useApp();
  const bbox = useCity((state) => state.summary?.identity.bbox);
  // The difference is one of districts: a map that looks at one house shows none of it.
  useEffect(() => {
    if (bbox !== undefined) showOnMap(app, { bbox });
  }, [app, bbox]);
  return (
    <div className="measure-form">
      <BackButton />
      <h3>{t('compare.title')}</h3>
      <Choice
        label={t('compare.with')}
        value={otherId}
        options={[
          { value: '', label: t('scenario.existing') },
          ...scenarios.filter(({ id }) => id !== scenario.id).map(({ id, name }) => ({ value: id, label: name })),
        ]}
        onChange={setOtherId}
      />
      <ProblemText problem={problem} />
      {pair === null ? (
        <p className="secondary">{problem === null ? t('compare.waiting') : ''}</p>
      ) : (
        <>
          <Sentence pair={pair} one={scenario.name} other={otherId === '' ? null : otherName} />
          {plan === null ? null : (
            <CostLine plan={plan} pair={pair} scenario={scenario} otherId={otherId === '' ? null : otherId} />
          )}
          <p className="secondary">{t('compare.map')}</p>
          <CompareTable rows={rows} pair={pair} one={scenario.name} other={otherName} />
          <CompareAll otherId={otherId === '' ? null : otherId} />
          {plan === null ? null : (
            <CompareExport plan={plan} pair={pair} ids={[scenario.id, otherId === '' ? null : otherId]} ask={askFor} />
          )}
        </>
      )}
    </div>
  );
}

interface SentenceProps {
  readonly pair: Pair;
  readonly one: string;
  /** `null` = Bestand. */
  readonly other: string | null;
}

function Sentence({ pair, one, other }: SentenceProps) {
  const t = useTexts();
  const model = useIndicator()?.model;
  const { closed, balance } = cityRow(pair);
  if (closed === null) {
    const isUnknown = balance === null && model !== 'reach' && model !== 'count';
    return <p>{t(isUnknown ? 'compare.unknown' : 'compare.no-missing')}</p>;
  }
  const rounded = Math.round(closed);
  const key = rounded > 0 ? 'compare.fewer' : 'compare.more';
  const than = other === null ? t('compare.than-existing') : t('compare.than', { other });
  return (
    <p className="sentence-first">
      {rounded === 0 ? t('compare.same') : t('compare.sentence', { one, what: t.count(key, Math.abs(rounded)), than })}
    </p>
  );
}

interface CostLineProps {
  readonly plan: Plan;
  readonly pair: Pair;
  readonly scenario: ObjectOf<'scenarios'>;
  readonly otherId: string | null;
}

/** What a place costs that is no longer missing: the difference of the costs by that of the missing places. */
function CostLine({ plan, pair, scenario, otherId }: CostLineProps) {
  const t = useTexts();
  const { closed } = cityRow(pair);
  const { service, year } = pair.one.request;
  if (closed === null || closed < 0.5) return null;
  const costOf = (id: string | null) => (id === null ? 0 : costOfService(partsOfScenario(plan, id), service, year));
  const [own, other] = [costOf(scenario.id), costOf(otherId)];
  const cost = own === null || other === null ? null : own - other;
  if (cost === null || cost <= 0) return <p>{t('compare.cost-unknown', { name: scenario.name })}</p>;
  const places = Math.round(closed);
  return (
    <p>
      {t('compare.cost', {
        name: scenario.name,
        value: euroText(Math.round(cost / places / 100) * 100, t),
        cost: euroText(cost, t),
        places: t.format.number(places),
      })}
    </p>
  );
}

interface CompareTableProps {
  readonly rows: readonly ComparedRow[];
  readonly pair: Pair;
  readonly one: string;
  readonly other: string;
}

function CompareTable({ rows, pair, one, other }: CompareTableProps) {
  const t = useTexts();
  const { service, year } = pair.one.request;
  // The city has a line of its own; a package without districts has no other.
  const districts = rows.filter(({ level }) => level > 0);
  const changed = changedRows(districts);
  const unknown = districts.filter(
    ({ capacity, closed, balance }) => capacity === null && closed === null && balance === null,
  ).length;
  const unchanged = districts.length - changed.length - unknown;
  return (
    <>
      <table className="table compare-table">
        <caption>{t('compare.caption', { service: t(`service.${service}`), year: String(year), one, other })}</caption>
        <thead>
          <tr>
            <th scope="col">{t('compare.district')}</th>
            <th scope="col">{t('compare.places')}</th>
            <th scope="col">{t('compare.missing')}</th>
            <th scope="col">{t('compare.balance')}</th>
          </tr>
        </thead>
        <tbody>
          {[cityRow(pair), ...changed].map((row) => (
            <tr key={row.id} data-row={row.id}>
              <th scope="row">{row.name}</th>
              <SignedCell value={row.capacity} />
              <SignedCell value={row.closed === null ? null : -row.closed} />
              <SignedCell value={row.balance} />
            </tr>
          ))}
        </tbody>
      </table>
      {unchanged === 0 ? null : <p className="secondary">{t.count('compare.unchanged', unchanged)}</p>}
      {unknown === 0 ? null : <p className="secondary">{t.count('compare.unknown-districts', unknown)}</p>}
    </>
  );
}

function SignedCell({ value }: { readonly value: number | null }) {
  const t = useTexts();
  if (value === null) {
    return (
      <td className="number">
        <Figure value={null} why={t('missing.no-source')} />
      </td>
    );
  }
  const rounded = Math.round(value);
  return <td className="number">{`${rounded > 0 ? '+' : ''}${t.format.number(rounded)}`}</td>;
}
