import '../../i18n/later-texts.ts';
import { useMemo, useState } from 'react';
import { changeObject } from '../../plan/actions/change-object.ts';
import { removeObject } from '../../plan/actions/remove-object.ts';
import { fileOfNeed } from '../../plan/readers/needs.ts';
import type { NeedRow } from '../../report/needs/need-rows.ts';
import {
  codeText,
  fieldText,
  placeText,
  quantityText,
  requirementText,
  restText,
  subjectText,
} from '../../report/needs/need-text.ts';
import { useApp, useTexts } from '../common/app-context.ts';
import { CircleField } from '../common/circle-field.tsx';
import { Fact, Facts } from '../common/facts.tsx';
import { Icon } from '../common/icon.tsx';
import { ProblemSentence } from '../common/problem-sentence.tsx';
import { showOnMap } from '../common/select-object.ts';
import { TextField } from '../indicators/form-fields.tsx';
import { usePlanChange } from '../indicators/use-plan-change.ts';
import { useSigner } from '../sites/use-signer.ts';
import { EvidenceTable } from './evidence-table.tsx';
import { NeedAttachments } from './need-attachments.tsx';
import { NeedMeasures } from './need-measures.tsx';
import { NeedStatusSection } from './need-status.tsx';
import { NeedVersions } from './need-versions.tsx';
import { NeedVoices } from './need-voices.tsx';
import { NeedsHead } from './needs-head.tsx';
import { showNeedsScreen } from './needs-store.ts';
import { usePlan } from './use-needs.ts';

/** One need: what it says, how far it is, what others say to it, what answers it. */
export function NeedRecord({ row }: { readonly row: NeedRow }) {
  const t = useTexts();
  const app = useApp();
  const plan = usePlan();
  const { need } = row;
  const file = useMemo(() => (plan === null ? null : fileOfNeed(plan, need.id)), [plan, need.id]);
  if (file === null) return null;
  const rest = restText(row, t);
  const position = row.place?.position ?? null;
  return (
    <>
      <NeedsHead title={need.title} />
      <p className="needs-state">
        <strong>{codeText(need.status, t)}</strong> · {codeText(need.urgency, t)} · {row.department}
        {row.overdue ? <span className="warning-text"> · {t('needs.overdue')}</span> : null}
      </p>
      {rest === null ? null : <p className="secondary">{rest}</p>}
      <div className="export-buttons sites-buttons">
        <button type="button" className="button" onClick={() => showNeedsScreen({ kind: 'amend', id: need.id })}>
          {t('needs.amend')}
        </button>
        {position === null ? null : (
          <button
            type="button"
            className="button"
            onClick={() => showOnMap(app, { position: [position[0], position[1]], zoom: 14.5 })}
          >
            <Icon name="target" />
            {t('details.show-on-map')}
          </button>
        )}
      </div>
      <NeedFacts row={row} />
      <NeedStatusSection need={need} steps={file.steps} />
      <NeedVoices need={need} voices={file.supports} />
      <NeedMeasures row={row} />
      {need.evidence === null ? null : (
        <section className="gap-section">
          <h3>{fieldText('evidence', t)}</h3>
          <EvidenceTable frozen={need.evidence} withToday />
        </section>
      )}
      <NeedAttachments needId={need.id} attachments={file.attachments} />
      <NeedVersions versions={file.versions} />
      {file.answers.length === 0 ? null : (
        <section className="gap-section">
          <h3>{t('needs.in-dossiers')}</h3>
          <ul className="needs-records">
            {file.answers.map((answer) => (
              <li key={answer.id}>
                {plan?.sites[answer.siteId]?.name ?? answer.siteId}: {codeText(answer.answer, t)}
                {answer.reason === null ? '' : ` – ${answer.reason}`}
              </li>
            ))}
          </ul>
        </section>
      )}
      <CircleAndRemoval row={row} />
    </>
  );
}

function NeedFacts({ row }: { readonly row: NeedRow }) {
  const t = useTexts();
  const { need } = row;
  const text = (field: string, value: string | null) =>
    value === null || value === '' ? null : (
      <Fact key={field} label={fieldText(field, t)}>
        {value}
      </Fact>
    );
  const squares = (value: number | null) => (value === null ? null : t.format.unit(value, 'm²'));
  return (
    <Facts>
      {text('place', placeText(row, t))}
      {need.place.kind === 'area' && row.place?.partlyOutside ? (
        <Fact label={t('needs.place-kind-area')}>{t('needs.partly-outside')}</Fact>
      ) : null}
      {text('districtId', row.place?.path.map(({ name }) => name).join(' · ') ?? null)}
      {text('service', subjectText(need, t))}
      {text('targetGroup', need.targetGroup)}
      {text('quantity', quantityText(need, t))}
      {text('roomSquareMeters', squares(need.roomSquareMeters))}
      {text('plotSquareMeters', squares(need.plotSquareMeters))}
      {text('requirements', need.requirements.map((code) => requirementText(code, t)).join(', '))}
      {text('requirementNote', need.requirementNote)}
      {text('neededBy', need.neededBy === null ? t('missing.short') : t.format.date(need.neededBy))}
      {text('reasonKind', need.reasonKind === null ? null : codeText(need.reasonKind, t))}
      {text('reason', need.reason)}
      {text('reference', need.reference)}
      {text('combinable', need.combinable === null ? null : t(need.combinable ? 'details.yes' : 'details.no'))}
      {text('combinableNote', need.combinableNote)}
      {text('bundleId', row.bundles.join(', '))}
      {text('contactRole', need.contactRole)}
      {need.links.length === 0 ? null : (
        <Fact label={fieldText('links', t)}>
          <ul>
            {need.links.map((link) => (
              <li key={link}>
                {/^https?:\/\/\S+$/i.test(link) ? (
                  <a href={link} target="_blank" rel="noreferrer noopener">
                    {link}
                  </a>
                ) : (
                  link
                )}
              </li>
            ))}
          </ul>
        </Fact>
      )}
    </Facts>
  );
}

/** Who may see it, and taking it out of the plan with a reason. */
function CircleAndRemoval({ row: { need } }: { readonly row: NeedRow }) {
  const t = useTexts();
  const signed = useSigner();
  const { problem, apply } = usePlanChange();
  const [why, setWhy] = useState('');
  const params = { collection: 'needs' as const, name: need.title };
  return (
    <section className="gap-section">
      <h3>{fieldText('circle', t)}</h3>
      <CircleField
        value={need.circle}
        onChange={(circle) =>
          void apply(
            changeObject,
            { collection: 'needs', id: need.id, fields: { circle } },
            { code: 'change.changed', params },
            () => {},
          )
        }
      />
      <details>
        <summary>{t('needs.remove')}</summary>
        <form
          className="site-form"
          onSubmit={(event) => {
            event.preventDefault();
            if (why.trim() === '') return;
            void apply(
              removeObject,
              { collection: 'needs', id: need.id, ...signed(), why: why.trim() },
              { code: 'change.removed', params },
              () => showNeedsScreen({ kind: 'tabs' }, t('needs.removed', { name: need.title })),
            );
          }}
        >
          <TextField wide label={t('needs.remove-why')} value={why} onChange={setWhy} />
          <button type="submit" className="button" aria-disabled={why.trim() === ''}>
            {t('needs.remove')}
          </button>
        </form>
      </details>
      {problem === null ? null : (
        <p className="warning-text" role="alert">
          <ProblemSentence problem={problem} />
        </p>
      )}
    </section>
  );
}
