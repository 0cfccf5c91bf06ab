import { useEffect, useId, useRef, useState } from 'react';
import { ROLES, type Role } from '../../state/view-state.ts';
import { useApp, useTexts, useView } from '../common/app-context.ts';
import { Icon } from '../common/icon.tsx';
import './start.css';

/** What one works in, and the name and department that sign one's changes. Kept in this browser alone. */
export function PersonDialog() {
  const t = useTexts();
  const { view, settings } = useApp();
  const id = useId();
  const role = useView((state) => state.role);
  const dialog = useRef<HTMLDialogElement>(null);
  const [person, setPerson] = useState(settings.read().person ?? '');
  const [department, setDepartment] = useState(settings.read().department ?? '');
  useEffect(() => {
    if (dialog.current?.open === false) dialog.current.showModal();
  }, []);
  const close = () => dialog.current?.close();
  const keep = () => settings.write({ person: person.trim(), department: department.trim() });
  return (
    <dialog
      ref={dialog}
      className="start sheet"
      aria-labelledby={`${id}t`}
      onClose={() => {
        keep();
        view.setState({ dialog: null });
      }}
    >
      <header className="sheet-head">
        <h2 id={`${id}t`}>{t('start.title')}</h2>
        <button type="button" className="icon-button" aria-label={t('app.close')} onClick={close}>
          <Icon name="close" />
        </button>
      </header>
      <div className="sheet-body">
        <RoleChoice role={role} onChoose={(chosen) => view.setState({ role: chosen })} />
        <div className="field">
          <label htmlFor={`${id}p`}>{t('start.person')}</label>
          <input
            id={`${id}p`}
            className="input"
            autoComplete="name"
            value={person}
            maxLength={200}
            onChange={(event) => setPerson(event.target.value)}
          />
        </div>
        <div className="field">
          <label htmlFor={`${id}d`}>{t('start.department')}</label>
          <input
            id={`${id}d`}
            className="input"
            autoComplete="organization"
            value={department}
            maxLength={200}
            onChange={(event) => setDepartment(event.target.value)}
          />
        </div>
        <p className="secondary">{t('start.local')}</p>
        <button type="button" className="button button-main" onClick={close}>
          {t('start.done')}
        </button>
      </div>
    </dialog>
  );
}

interface RoleChoiceProps {
  readonly role: Role | null;
  readonly onChoose: (role: Role) => void;
}

/** The four roles, each with what it comes for. */
export function RoleChoice({ role, onChoose }: RoleChoiceProps) {
  const t = useTexts();
  return (
    <fieldset className="roles">
      <legend>{t('start.role')}</legend>
      {ROLES.map((candidate) => (
        <button
          key={candidate}
          type="button"
          className="role"
          aria-pressed={candidate === role}
          onClick={() => onChoose(candidate)}
        >
          <strong>{t(`start.role-${candidate}`)}</strong>
          <span className="secondary">{t(`start.role-${candidate}-why`)}</span>
        </button>
      ))}
    </fieldset>
  );
}
