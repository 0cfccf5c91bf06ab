import '../../i18n/later-texts.ts';
import type { ReactNode } from 'react';
import type { Problem } from '../../shared/problem.ts';
import { useTexts } from './app-context.ts';
import { ProblemSentence } from './problem-sentence.tsx';

/** Why the plan refused a change, said aloud; nothing where it did not. */
export function Refused({ problem }: { readonly problem: Problem | null }) {
  if (problem === null) return null;
  return (
    <p className="warning-text" role="alert">
      <ProblemSentence problem={problem} />
    </p>
  );
}

interface FormEndProps {
  readonly problem: Problem | null;
  readonly saving: boolean;
  /** Default: "Speichern". */
  readonly saveLabel?: string;
  readonly onCancel: () => void;
  readonly children?: ReactNode;
}

/** How a form ends: why it was refused, save and cancel. */
export function FormEnd({ problem, saving, saveLabel, onCancel, children }: FormEndProps) {
  const t = useTexts();
  return (
    <>
      <Refused problem={problem} />
      <div className="site-form-buttons">
        <button type="submit" className="button button-main" aria-disabled={saving}>
          {saveLabel ?? t('sites.save')}
        </button>
        <button type="button" className="button" onClick={onCancel}>
          {t('sites.cancel')}
        </button>
        {children}
      </div>
    </>
  );
}
