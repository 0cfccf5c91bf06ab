import { useId, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { planWords } from '../../i18n/plan-words.ts';
import { planForCircle } from '../../plan/readers/circles.ts';
import { CIRCLES, type Circle } from '../../plan/types/common.ts';
import { useApp, useTexts } from '../common/app-context.ts';
import { downloadFile } from '../common/download-file.ts';
import { Icon } from '../common/icon.tsx';

/** The readable export: for a circle, with how much that leaves out. */
export function JsonExport() {
  const t = useTexts();
  const id = useId();
  const { planState, planSession } = useApp();
  const plan = useStore(planState, (state) => state.plan);
  const [circle, setCircle] = useState<Circle>('agsp');
  const leftOut = useMemo(() => (plan === null ? 0 : planForCircle(plan, circle).leftOut), [plan, circle]);
  const words = planWords(t.language);
  const save = async () => {
    const file = await planSession.readableExport(circle);
    if (file !== null) downloadFile(file.name, 'application/json', file.text);
  };
  return (
    <details className="plans-json">
      <summary>{t('plans.json')}</summary>
      <p className="secondary">{t('plans.json-why')}</p>
      <div className="field">
        <label htmlFor={id}>{t('plans.circle')}</label>
        <select id={id} className="select" value={circle} onChange={(event) => setCircle(event.target.value as Circle)}>
          {CIRCLES.map((name) => (
            <option key={name} value={name}>
              {words.code(name)}
            </option>
          ))}
        </select>
      </div>
      <p role="status">{t.count('plans.json-left-out', leftOut)}</p>
      <button type="button" className="button" onClick={() => void save()}>
        <Icon name="download" />
        {t('plans.json-save')}
      </button>
    </details>
  );
}
