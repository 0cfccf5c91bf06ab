import { useId, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { useApp, useTexts } from '../common/app-context.ts';
import { downloadFile } from '../common/download-file.ts';
import { Icon } from '../common/icon.tsx';
import { departmentSigners } from './history-filter.ts';
import { sayInPlans } from './plans-screen.ts';

/** A department's changes since a day, as a small file to be mailed. */
export function ChangesExport() {
  const t = useTexts();
  const [isOpen, setOpen] = useState(false);
  return (
    <details className="plans-json" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('plans.changes')}</summary>
      <p className="secondary">{t('plans.changes-why')}</p>
      {isOpen ? <ChangesForm /> : null}
    </details>
  );
}

/** Everybody's changes, as a choice. */
const ALL = '';

function ChangesForm() {
  const t = useTexts();
  const id = useId();
  const { planState, planSession, settings } = useApp();
  const plan = useStore(planState, (state) => state.plan);
  const departments = useMemo(() => departmentSigners(planSession.history(), plan), [planSession, plan]);
  const own = settings.read().department ?? ALL;
  const [department, setDepartment] = useState(departments.has(own) ? own : ALL);
  const [typed, setTyped] = useState<string | null>(null);
  const whose = department === ALL ? null : department;
  const sent = planSession.changesSavedAt(whose);
  const day = typed ?? (sent === null ? '' : localDay(sent));
  const choice = useMemo(
    () => ({ department: whose, aliases: departments.get(department) ?? [], since: momentOfDay(day) }),
    [whose, department, departments, day],
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: another state of the plan has other changes
  const count = useMemo(() => planSession.countChanges(choice), [planSession, choice, plan]);
  if (plan === null || count === null) return null;
  const save = () => {
    const file = planSession.saveChanges(choice);
    if (file === null) return;
    downloadFile(file.name, 'application/octet-stream', file.bytes);
    sayInPlans(t('plans.changes-saved', { file: file.name }));
  };
  return (
    <>
      <div className="field">
        <label htmlFor={`${id}d`}>{t('plans.filter-department')}</label>
        <select
          id={`${id}d`}
          className="select"
          value={department}
          onChange={(event) => {
            setDepartment(event.target.value);
            setTyped(null);
          }}
        >
          <option value={ALL}>{t('plans.filter-all')}</option>
          {[...departments.keys()].map((name) => (
            <option key={name} value={name}>
              {name}
            </option>
          ))}
        </select>
      </div>
      <div className="field">
        <label htmlFor={`${id}s`}>{t('plans.filter-since')}</label>
        <input
          id={`${id}s`}
          className="input"
          type="date"
          value={day}
          aria-describedby={`${id}h`}
          onChange={(event) => setTyped(event.target.value)}
        />
        <p id={`${id}h`} className="secondary">
          {sent === null ? t('plans.changes-never') : t('plans.changes-last', { date: t.format.date(localDay(sent)) })}
        </p>
      </div>
      <p role="status">
        {t.count('plans.changes-count', count.own)}
        {count.others === 0 ? '' : ` ${t.count('plans.changes-others', count.others)}`}
      </p>
      <button type="button" className="button" disabled={count.own === 0} onClick={save}>
        <Icon name="download" />
        {t('plans.changes-save')}
      </button>
    </>
  );
}

/** The day of a moment where the reader is, ISO. */
function localDay(at: string): string {
  const date = new Date(at);
  const two = (number: number) => String(number).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** The beginning of a day where the reader is, ISO; without a day the beginning of all. */
function momentOfDay(day: string): string {
  const date = new Date(`${day}T00:00`);
  return Number.isNaN(date.getTime()) ? '1970-01-01T00:00:00Z' : date.toISOString();
}
