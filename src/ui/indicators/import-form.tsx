import { useState } from 'react';
import { DEFAULT_CATALOGUE } from '../../indicators/default-catalogue.ts';
import type { Indicator } from '../../indicators/indicator.ts';
import { importIndicators } from '../../plan/actions/import-indicators.ts';
import {
  CATALOGUE_LIMIT_BYTES,
  type CatalogueChanges,
  compareCatalogue,
  readCatalogue,
} from '../../plan/readers/catalogue-file.ts';
import { fail, type Problem } from '../../shared/problem.ts';
import { problemOf } from '../../state/city-session.ts';
import { useApp, useTexts } from '../common/app-context.ts';
import { Icon } from '../common/icon.tsx';
import { ProblemSentence } from '../common/problem-sentence.tsx';
import type { ListedIndicator } from './catalogue-list.ts';
import { SaveButton, TextField } from './form-fields.tsx';
import { otherChanges, summaryText } from './indicator-words.ts';
import { showScreen } from './screen-store.ts';
import { SubHead } from './sub-head.tsx';
import { now, today } from './use-catalogue.ts';
import { usePlanChange } from './use-plan-change.ts';

/** A file that was read, or why it was refused. */
type FoundFile =
  | { readonly key: number; readonly name: string; readonly changes: CatalogueChanges }
  | { readonly name: string; readonly problem: Problem };

/** Reads a catalogue file, shows what it would change, and takes it over. */
export function ImportForm({ listed }: { readonly listed: readonly ListedIndicator[] }) {
  const t = useTexts();
  const [found, setFound] = useState<FoundFile | null>(null);
  const known = listed.map(({ indicator }) => indicator);
  const read = async (file: File) => setFound(await readFile(file, known));
  return (
    <div className="indicator-form">
      <SubHead title={t('indicators.import-title')}>
        <p className="secondary">{t('indicators.import-why')}</p>
      </SubHead>
      <label className="button indicator-file">
        <input
          type="file"
          className="sr-only"
          accept=".json,application/json"
          onChange={(event) => {
            const file = event.target.files?.[0];
            if (file !== undefined) void read(file);
            // The same file, mended, can be chosen again.
            event.target.value = '';
          }}
        />
        <Icon name="upload" />
        {t('indicators.import-file')}
      </label>
      {found === null ? null : 'problem' in found ? (
        <div className="indicator-refused" role="alert">
          <p className="warning-text">{t('indicators.import-refused', { file: found.name })}</p>
          <p>
            <ProblemSentence problem={found.problem} />
          </p>
        </div>
      ) : (
        <Changes key={found.key} name={found.name} changes={found.changes} />
      )}
    </div>
  );
}

async function readFile(file: File, known: readonly Indicator[]): Promise<FoundFile> {
  const { name, size } = file;
  try {
    if (size > CATALOGUE_LIMIT_BYTES) fail('catalogue.too-large', { bytes: size, limit: CATALOGUE_LIMIT_BYTES });
    return { key: Date.now(), name, changes: compareCatalogue(readCatalogue(await file.text()), known) };
  } catch (thrown) {
    return { name, problem: problemOf(thrown) };
  }
}

function Changes({ name, changes }: { readonly name: string; readonly changes: CatalogueChanges }) {
  const t = useTexts();
  const { settings } = useApp();
  const { saving, problem, apply } = usePlanChange();
  const [reason, setReason] = useState(() => t('indicators.import-reason', { file: name }));
  const [author, setAuthor] = useState(settings.read().person ?? '');
  const { changed, same } = changes;
  const sameText = t.count('indicators.import-same', same);
  if (changed.length === 0) {
    return (
      <p role="status">
        {t('indicators.import-nothing')} {same === 0 ? null : sameText}
      </p>
    );
  }
  const missing = [reason, author].filter((text) => text.trim() === '').length;
  const save = () => {
    const args = {
      indicators: changed.map(({ after }) => after),
      shipped: DEFAULT_CATALOGUE,
      reason: reason.trim(),
      author: author.trim(),
      validFrom: today(),
      at: now(),
      circle: 'agsp' as const,
    };
    const label = {
      code: 'change.added',
      params: { collection: 'indicatorVersions', name: t.count('indicators.all-name', changed.length) },
    } as const;
    void apply(importIndicators, args, label, () =>
      showScreen({ kind: 'list' }, t.count('indicators.import-said', changed.length)),
    );
  };
  return (
    <form className="indicator-form" noValidate>
      <section className="gap-section" aria-labelledby="import-changes">
        <h4 id="import-changes">{t('indicators.import-changes')}</h4>
        <ul className="indicator-changes">
          {changed.map(({ before, after }) => (
            <li key={after.id}>
              <strong>{after.name[t.language]}</strong>
              <span className="figure">{summaryText(after, t)}</span>
              <ChangeNote before={before} after={after} />
            </li>
          ))}
        </ul>
        {same === 0 ? null : <p className="secondary">{sameText}</p>}
      </section>
      <TextField label={t('indicators.field-reason')} value={reason} required onChange={setReason} />
      <TextField label={t('indicators.field-author')} value={author} required onChange={setAuthor} />
      <div className="indicator-accept">
        {problem === null ? null : (
          <p className="warning-text" role="alert">
            <ProblemSentence problem={problem} />
          </p>
        )}
        <SaveButton
          label={t.count('indicators.import-save', changed.length)}
          blocked={missing > 0 ? t.count('indicators.blocked-faults', missing) : saving ? t('indicators.saving') : null}
          onSave={save}
        />
      </div>
    </form>
  );
}

function ChangeNote({ before, after }: { readonly before: Indicator | null; readonly after: Indicator }) {
  const t = useTexts();
  if (before === null) return <span className="secondary">{t('indicators.import-new')}</span>;
  const more = otherChanges(before, after, t);
  const text = summaryText(before, t);
  return (
    <>
      {text === summaryText(after, t) ? null : (
        <span className="secondary">{t('indicators.import-from', { text })}</span>
      )}
      {more.length === 0 ? null : (
        <span className="secondary">{t('indicators.import-more', { fields: more.join(', ') })}</span>
      )}
    </>
  );
}
