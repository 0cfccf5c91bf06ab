import type { Problem } from '../../shared/problem.ts';
import { useTexts } from '../common/app-context.ts';
import { SelectField, TextField } from '../indicators/form-fields.tsx';
import { type Department, useDepartments } from './use-needs.ts';

interface DepartmentFieldProps {
  readonly label: string;
  /** Id in the plan, `''` or `new`. */
  readonly id: string;
  readonly name: string;
  readonly onChange: (change: { readonly departmentId: string; readonly departmentName: string }) => void;
  readonly problem?: Problem | undefined;
  /** A department that is not offered. */
  readonly without?: string;
}

/** A department of the plan, or one that the plan does not know yet. */
export function DepartmentField({ label, id, name, onChange, problem, without }: DepartmentFieldProps) {
  const t = useTexts();
  const departments = useDepartments().filter((department) => department.id !== without);
  return (
    <>
      <SelectField
        label={label}
        value={id}
        options={[
          { value: '', label: t('needs.choose') },
          ...departments.map((department) => ({ value: department.id, label: department.name })),
          { value: 'new', label: t('needs.other-department') },
        ]}
        onChange={(departmentId) => onChange({ departmentId, departmentName: name })}
        problem={id === 'new' ? undefined : problem}
      />
      {id === 'new' ? (
        <TextField
          wide
          label={t('needs.department-name')}
          value={name}
          onChange={(departmentName) => onChange({ departmentId: id, departmentName })}
          problem={problem}
        />
      ) : null}
    </>
  );
}

/** The department that a field says: one of the plan, or a new one that comes with the change. One of the same name is that one. */
export function chosenDepartment(
  departments: readonly Department[],
  { departmentId, departmentName }: { readonly departmentId: string; readonly departmentName: string },
  newId: () => string,
): { readonly id: string; readonly department: Omit<Department, 'removed' | 'order'> | null } {
  if (departmentId !== 'new') return { id: departmentId, department: null };
  const name = departmentName.trim();
  const known = departments.find((department) => department.name.toLowerCase() === name.toLowerCase());
  if (known !== undefined) return { id: known.id, department: null };
  const id = newId();
  return { id, department: { id, name, short: null, contactRole: null } };
}
