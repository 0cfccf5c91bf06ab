import { useState } from 'react';
import { useStore } from 'zustand';
import { addObject } from '../../plan/actions/add-object.ts';
import type { ObjectOf } from '../../plan/plan.ts';
import { circleForNew } from '../../plan/readers/circles.ts';
import { visibleObjects } from '../../plan/readers/visible-objects.ts';
import type { Circle } from '../../plan/types/common.ts';
import { freezeSite } from '../../questions/sites/frozen-site.ts';
import type { RegisterSite } from '../../questions/sites/site-calls.ts';
import { parseDate } from '../../shared/german-numbers.ts';
import { problem as problemMade } from '../../shared/problem.ts';
import type { ServiceId } from '../../shared/services.ts';
import { useApp, useCity, useTexts, useView } from '../common/app-context.ts';
import { CircleField } from '../common/circle-field.tsx';
import { FormEnd } from '../common/form-end.tsx';
import { TextField } from '../indicators/form-fields.tsx';
import { usePlanChange } from '../indicators/use-plan-change.ts';
import { useSiteWaves } from './demand-section.tsx';
import { useSigner } from './use-signer.ts';

/** What was decided about a site, with the figures of that day. */
export function DecisionsSection({ site }: { readonly site: RegisterSite }) {
  const t = useTexts();
  const { planState } = useApp();
  const plan = useStore(planState, (state) => state.plan);
  const [adding, setAdding] = useState(false);
  const isOfSite = ({ subjects }: ObjectOf<'decisions'>) =>
    subjects.some(({ collection, id }) => collection === 'sites' && id === site.id);
  const decisions = plan === null ? [] : visibleObjects(plan, 'decisions', isOfSite);
  return (
    <section className="gap-section">
      <h3>{t('sites.decisions')}</h3>
      {decisions.length === 0 ? <p>{t('sites.decisions-none')}</p> : null}
      <ul className="check-list">
        {decisions.map((decision) => (
          <li key={decision.id}>
            <div className="check-head">
              <span>{decision.title}</span>
              <span className="figure">{decision.date === null ? '' : t.format.date(decision.date)}</span>
            </div>
            <p className="secondary">
              {[decision.body, decision.reference === null ? null : `GRDrs ${decision.reference}`]
                .filter((part) => part !== null)
                .join(' · ')}
            </p>
            {decision.text === '' ? null : <p>{decision.text}</p>}
            {decision.frozen === null ? null : <Frozen frozen={decision.frozen} />}
          </li>
        ))}
      </ul>
      {adding ? (
        <DecisionForm site={site} onDone={() => setAdding(false)} />
      ) : (
        <button type="button" className="button" onClick={() => setAdding(true)}>
          {t('sites.decision-add')}
        </button>
      )}
    </section>
  );
}

/** The figures as they were on the day; never computed again. */
function Frozen({ frozen }: { readonly frozen: NonNullable<ObjectOf<'decisions'>['frozen']> }) {
  const t = useTexts();
  const services = frozen.rows.filter(({ id }) => t.has(`service.${id}`));
  return (
    <details>
      <summary>{t('sites.frozen', { date: t.format.date(frozen.at.slice(0, 10)), edition: frozen.edition })}</summary>
      <table className="table dossier-table">
        <thead>
          <tr>
            <th scope="col">{t('gaps.service')}</th>
            <th scope="col" className="number">
              {t('sites.peak')}
            </th>
            <th scope="col" className="number">
              {t('gaps.year')}
            </th>
          </tr>
        </thead>
        <tbody>
          {services.map(({ id, values }) => (
            <tr key={id}>
              <th scope="row">{t(`service.${id as ServiceId}`)}</th>
              <td className="number">{t.format.number(values[0] ?? 0, 1)}</td>
              <td className="number">{values[3]}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}

function DecisionForm({ site, onDone }: { readonly site: RegisterSite; readonly onDone: () => void }) {
  const t = useTexts();
  const { siteSession } = useApp();
  const signed = useSigner();
  const waves = useSiteWaves(site);
  const edition = useCity((state) => state.summary?.edition ?? '');
  const scenarioId = useView((state) => state.scenarioId);
  const { saving, problem, apply } = usePlanChange();
  const [tried, setTried] = useState(false);
  const [circle, setCircle] = useState<Circle>(() => circleForNew([site.circle]));
  const [fields, setFields] = useState({ title: '', text: '', date: '', body: '', reference: '' });
  const set = (change: Partial<typeof fields>) => setFields((before) => ({ ...before, ...change }));
  const date = parseDate(fields.date, ['']);
  const save = () => {
    setTried(true);
    if (saving || date.kind === 'error' || fields.title.trim() === '') return;
    const orNull = (text: string) => (text.trim() === '' ? null : text.trim());
    const { at } = signed();
    const object = {
      id: siteSession.newId(),
      circle,
      title: fields.title.trim(),
      text: fields.text.trim(),
      date: date.kind === 'value' ? date.value : null,
      body: orNull(fields.body),
      reference: orNull(fields.reference.replace(/^GRDrs\s*/i, '')),
      agreedBy: [],
      subjects: [{ collection: 'sites', id: site.id }],
      frozen: typeof waves === 'string' ? null : freezeSite(site, waves, { at, edition, scenarioId }),
    };
    const params = { collection: 'decisions' as const, name: object.title };
    void apply(addObject, { collection: 'decisions', object }, { code: 'change.added', params }, onDone);
  };
  return (
    <form
      className="site-form"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <TextField
        wide
        label={t('sites.decision-title')}
        value={fields.title}
        onChange={(title) => set({ title })}
        problem={tried && fields.title.trim() === '' ? problemMade('site.text-missing', {}) : undefined}
      />
      <TextField wide label={t('sites.decision-text')} value={fields.text} onChange={(text) => set({ text })} />
      <div className="sites-fields">
        <TextField
          label={t('sites.log-date')}
          value={fields.date}
          onChange={(value) => set({ date: value })}
          problem={date.kind === 'error' ? problemMade('site.date-invalid', { found: date.found }) : undefined}
        />
        <TextField label={t('sites.decision-body')} value={fields.body} onChange={(body) => set({ body })} />
        <TextField
          label={t('sites.decision-reference')}
          value={fields.reference}
          onChange={(reference) => set({ reference })}
        />
      </div>
      <p className="secondary">{t('sites.decision-frozen')}</p>
      <CircleField value={circle} onChange={setCircle} />
      <FormEnd problem={problem} saving={saving} onCancel={onDone} />
    </form>
  );
}
