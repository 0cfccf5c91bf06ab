import { useState } from 'react';
import { acceptBundle } from '../../../plan/actions/accept-bundle.ts';
import { bundleNeeds } from '../../../plan/actions/bundle-needs.ts';
import { circleForNew } from '../../../plan/readers/circles.ts';
import type { Circle } from '../../../plan/types/common.ts';
import type { BundleProposal } from '../../../questions/needs/need-calls.ts';
import { useApp, useTexts } from '../../common/app-context.ts';
import { CircleField } from '../../common/circle-field.tsx';
import { usePlanChange } from '../../indicators/use-plan-change.ts';
import { Field, SmallForm, useTried } from '../joint/form-parts.tsx';
import { fieldNumber, readNumber } from '../joint/read-number.ts';
import { useSigned } from '../joint/use-signed.ts';
import { focusNeedsTab } from '../needs-focus.ts';
import { setNeedsUi } from '../needs-store.ts';

interface DecideFormProps {
  readonly proposal: BundleProposal;
  readonly suggestedName: string;
  readonly decision: 'accepted' | 'refused';
  readonly onDone: () => void;
}

/** More than any place holds. */
const SHARED_AT_MOST = 1_000_000;

/** Accepts a proposal (name, shared area, reason) or refuses it (reason). */
export function DecideForm({ proposal, suggestedName, decision, onDone }: DecideFormProps) {
  const t = useTexts();
  const { siteSession, planState } = useApp();
  const { plan } = planState.getState();
  const signed = useSigned();
  const { saving, problem, apply } = usePlanChange();
  const [tried, setTried] = useTried();
  const isAccepted = decision === 'accepted';
  const [circle, setCircle] = useState<Circle>(() =>
    circleForNew(proposal.needIds.flatMap((id) => plan?.needs[id]?.circle ?? [])),
  );
  const [fields, setFields] = useState({
    name: suggestedName,
    shared: fieldNumber(proposal.totals.sharedSquareMeters, t),
    reason: '',
  });
  const set = (change: Partial<typeof fields>) => setFields((before) => ({ ...before, ...change }));
  const shared = readNumber(fields.shared, 0, SHARED_AT_MOST, t);
  const name = fields.name.trim();
  const reason = fields.reason.trim();
  const save = () => {
    setTried();
    if (reason === '' || name === '' || (isAccepted && shared === null)) return;
    const { place, needIds } = proposal;
    const bundle = {
      id: siteSession.newId(),
      circle,
      name,
      decision,
      reason,
      plotId: place.kind === 'plot' ? place.id : null,
      siteId: place.kind === 'site' ? place.id : null,
      sharedSquareMeters: isAccepted ? shared : null,
    };
    const label = { code: 'change.added', params: { collection: 'bundles', name } } as const;
    const done = () => {
      setNeedsUi({ said: t(isAccepted ? 'joint.accepted-said' : 'joint.refused-said', { name }) });
      // The proposal goes with the form.
      focusNeedsTab();
      onDone();
    };
    if (!isAccepted) void apply(bundleNeeds, { bundle, needIds }, label, done);
    else {
      const stepIds = needIds.map(() => siteSession.newId());
      void apply(acceptBundle, { bundle, needIds, stepIds, ...signed() }, label, done);
    }
  };
  return (
    <SmallForm
      title={`${t(isAccepted ? 'joint.accept' : 'joint.refuse')}: ${suggestedName}`}
      saving={saving}
      problem={problem}
      onSave={save}
      onCancel={onDone}
    >
      {isAccepted ? (
        <>
          <Field
            label={t('joint.accept-name')}
            value={fields.name}
            onChange={(text) => set({ name: text })}
            wrong={tried && name === '' ? t('joint.name-missing') : null}
          />
          <Field
            label={t('joint.accept-shared')}
            value={fields.shared}
            onChange={(text) => set({ shared: text })}
            wrong={shared === null ? t('joint.value-wrong', { found: fields.shared }) : null}
          />
        </>
      ) : null}
      <Field
        label={t('joint.reason')}
        value={fields.reason}
        onChange={(text) => set({ reason: text })}
        wrong={tried && reason === '' ? t('joint.reason-missing') : null}
        autoFocus
      />
      <CircleField value={circle} onChange={setCircle} />
    </SmallForm>
  );
}
