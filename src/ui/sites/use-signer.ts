import { useApp, useTexts } from '../common/app-context.ts';

/** Who signs a change, and when. */
export function useSigner(): () => { readonly at: string; readonly by: string } {
  const { settings } = useApp();
  const t = useTexts();
  return () => ({
    at: `${new Date().toISOString().slice(0, 19)}Z`,
    by: settings.read().person?.trim() || t('plan.nobody'),
  });
}
