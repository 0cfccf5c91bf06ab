import '../../i18n/later-texts.ts';
import { useMemo } from 'react';
import { useStore } from 'zustand';
import { visibleObjects } from '../../plan/readers/visible-objects.ts';
import { useApp, useTexts } from '../common/app-context.ts';

/** All needs of the plan. */
export function ListSection() {
  const t = useTexts();
  const plan = useStore(useApp().planState, (state) => state.plan);
  const needs = useMemo(() => (plan === null ? [] : visibleObjects(plan, 'needs')), [plan]);
  if (needs.length === 0) return <p>{t('needs.none')}</p>;
  return (
    <ul className="needs-list" aria-label={t('needs.title')}>
      {needs.map(({ id, title }) => (
        <li key={id}>{title}</li>
      ))}
    </ul>
  );
}
