import { DEFAULT_CATALOGUE } from '../../indicators/default-catalogue.ts';
import type { Indicator } from '../../indicators/indicator.ts';
import { type AddIndicatorVersionArgs, addIndicatorVersion } from '../../plan/actions/add-indicator-version.ts';
import { useTexts } from '../common/app-context.ts';
import { ProblemSentence } from '../common/problem-sentence.tsx';
import { SaveButton } from './form-fields.tsx';
import type { ReadDraft } from './indicator-draft.ts';
import { keepDraft, showScreen } from './screen-store.ts';
import { now } from './use-catalogue.ts';
import { usePlanChange } from './use-plan-change.ts';

interface AcceptProps {
  readonly base: Indicator;
  readonly read: ReadDraft;
  readonly effectStale: boolean;
  readonly draftKey: string;
  readonly version: number;
}

/** Accepts the change as a new version, or discards it. */
export function Accept({ base, read, effectStale, draftKey: key, version }: AcceptProps) {
  const t = useTexts();
  const { saving, problem, apply } = usePlanChange();
  const name = base.name[t.language];
  const blocked = !read.changed
    ? t('indicators.blocked-same')
    : read.faults.size > 0
      ? t.count('indicators.blocked-faults', read.faults.size)
      : effectStale
        ? t('indicators.blocked-effect')
        : saving
          ? t('indicators.saving')
          : null;
  const leave = (said: string | null) => {
    keepDraft(key, null);
    showScreen({ kind: 'record', id: base.id }, said);
  };
  const save = () => {
    const { indicator } = read;
    if (indicator === null) return;
    const args: AddIndicatorVersionArgs = {
      indicator,
      shippedVersion: DEFAULT_CATALOGUE.find(({ id }) => id === base.id)?.version ?? 0,
      at: now(),
      circle: 'agsp',
      decisionId: null,
    };
    const date = t.format.date(indicator.validFrom!);
    const label = { code: 'change.added', params: { collection: 'indicatorVersions', name } } as const;
    void apply(addIndicatorVersion, args, label, () =>
      leave(t('indicators.saved', { name, version: String(version), date })),
    );
  };
  return (
    <div className="indicator-accept">
      {problem === null ? null : (
        <p className="warning-text" role="alert">
          <ProblemSentence problem={problem} />
        </p>
      )}
      <SaveButton label={t('indicators.save', { version: String(version) })} blocked={blocked} onSave={save} />
      <button type="button" className="button" onClick={() => leave(null)}>
        {t('indicators.discard')}
      </button>
    </div>
  );
}
