import { useApp, useTexts } from '../../common/app-context.ts';

export interface Signature {
  readonly at: string;
  readonly by: string;
  /** The department one works in, if the plan knows it by that id or name. */
  readonly departmentId: string | null;
}

/** Who signs a change, when, and for which department. */
export function useSigned(): () => Signature {
  const { settings, planState } = useApp();
  const t = useTexts();
  return () => {
    const { person, department } = settings.read();
    const known = Object.values(planState.getState().plan?.departments ?? {});
    const own = known.find(({ id, name }) => id === department || name === department);
    return {
      at: `${new Date().toISOString().slice(0, 19)}Z`,
      by: person?.trim() || t('plan.nobody'),
      departmentId: own?.id ?? null,
    };
  };
}
