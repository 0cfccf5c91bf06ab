import '../../i18n/later-texts.ts';
import { useMemo } from 'react';
import { unknownDepartments } from '../../plan/readers/unknown-departments.ts';
import { useTexts } from '../common/app-context.ts';
import { usePlan } from './use-needs.ts';

/** Says which departments needs name that the plan does not hold; nothing where it holds them all. */
export function UnknownDepartments() {
  const t = useTexts();
  const plan = usePlan();
  const unknown = useMemo(() => (plan === null ? [] : unknownDepartments(plan)), [plan]);
  return unknown.map(({ id, needs }) => (
    <p key={id} className="warning-text" role="status">
      {t('needs.unknown-department', { id, needs: t.count('joint.needs', needs) })}
    </p>
  ));
}
