import type { TextKey } from '../../i18n/translate.ts';
import type { ProblemCode } from '../../shared/problem.ts';
import { DEFAULT_CITY_ID, FIRST_LINKED_VIEW } from '../../state/view-state.ts';
import { useApp, useCity, useTexts } from '../common/app-context.ts';
import { ProblemCard } from './problem-card.tsx';

type Step = Extract<TextKey, `problem.step-${string}`>;

/** Why the city cannot be opened, and what to do about it: in place of a blank map. */
export function CityProblem() {
  const t = useTexts();
  const { view, session } = useApp();
  const problem = useCity((state) => state.problem);
  const isOpen = useCity((state) => state.summary !== null);
  const cityId = useCity((state) => state.cityId);
  if (problem === null) return null;
  const step = nextStep(problem.code);
  const toDefault = step === 'problem.step-city' && cityId !== DEFAULT_CITY_ID;
  const action = toDefault
    ? {
        label: t('problem.open-default'),
        run: () => view.setState({ ...FIRST_LINKED_VIEW, language: t.language, panel: view.getState().panel }),
      }
    : { label: t('problem.retry'), run: session.reopen };
  return (
    <ProblemCard
      title={t(isOpen ? 'problem.title-incomplete' : 'problem.title')}
      problem={problem}
      step={step === null ? null : t(step)}
      action={action}
    />
  );
}

/** The next step, or `null` where the problem's own sentence ends with it. */
function nextStep(code: ProblemCode): Step | null {
  switch (code) {
    case 'app.city-unknown':
      return 'problem.step-city';
    case 'app.city-not-built':
      return 'problem.step-build';
    case 'city.range-wrong':
      return 'problem.step-server';
    case 'city.file-missing':
    case 'city.network-failed':
    case 'city.ranges-unsupported':
    case 'city.length-wrong':
    case 'city.checksum-wrong':
    case 'city.file-damaged':
    case 'city.network-damaged':
    case 'city.schema-too-new':
    case 'city.schema-too-old':
      return null;
    default:
      return code.startsWith('city.') ? 'problem.step-copy' : 'problem.step-retry';
  }
}
